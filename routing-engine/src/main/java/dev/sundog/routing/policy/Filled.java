package dev.sundog.routing.policy;

import dev.sundog.routing.ticket.TicketTemplate;

/** What came of computing the fields of a ticket. */
public sealed interface Filled {

    /** Constants only. */
    record Ready(TicketTemplate fields) implements Filled {}

    /** A field cannot be computed. */
    record Broken(String why) implements Filled {}
}
