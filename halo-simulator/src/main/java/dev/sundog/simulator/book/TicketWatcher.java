package dev.sundog.simulator.book;

/** Is told of each change of a ticket right after it, in the thread that made it; must not block. */
public interface TicketWatcher {

    /**
     * One change of one ticket.
     *
     * @param before without an id if the ticket is new
     * @param agentId who changed it
     */
    void changed(Row before, Row after, int agentId);
}
