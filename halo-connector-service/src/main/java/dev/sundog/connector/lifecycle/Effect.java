package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import java.util.List;

/** What a ticket wants done. The next turn is no effect: it stands in the state as {@link TicketState#due()}. */
public sealed interface Effect {

    /** A call for Halo. */
    record Send(Call call) implements Effect {}

    /** Something that the sources should know. */
    record Publish(TicketNews news) implements Effect {}

    /** Halo has tickets of one key beside each other; the lowest is kept. One alone is of an episode that was given up. */
    record Doubled(List<Long> ticketIds) implements Effect {
        public Doubled {
            ticketIds = List.copyOf(ticketIds);
        }
    }

    /** A command cannot be carried out; the words say why. */
    record CommandRefused(String commandId, String words) implements Effect {}

    /** Halo refused a note about a repeat. The count goes on; the note is not tried again. */
    record NoteRefused(String words) implements Effect {}
}
