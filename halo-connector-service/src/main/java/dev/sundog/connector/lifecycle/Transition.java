package dev.sundog.connector.lifecycle;

import java.util.List;

/** What an input made of a ticket, and what it wants done, in this order. */
public record Transition(TicketState state, List<Effect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }
}
