package dev.sundog.connector.call;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the statuses of one Halo mean.
 *
 * @param meanings by Halo's number; a status that is not here is {@link TicketStatus#CLOSED} if it closes, else
 *     {@link TicketStatus#IN_PROGRESS}
 * @param closed numbers that close a ticket
 * @param wontFix numbers by which a person says that the matter shall not be brought up again; they need not close it
 */
public record StatusWords(Map<Long, TicketStatus> meanings, Set<Long> closed, Set<Long> wontFix) {

    /** Of a connection that says nothing about its statuses. */
    public static final StatusWords NONE = new StatusWords(Map.of(), Set.of(), Set.of());

    public StatusWords {
        meanings = Map.copyOf(meanings);
        closed = Set.copyOf(closed);
        wontFix = Set.copyOf(wontFix);
    }

    /** What the ticket's status means. */
    public TicketStatus of(FoundTicket ticket) {
        TicketStatus usual = isClosed(ticket) ? TicketStatus.CLOSED : TicketStatus.IN_PROGRESS;
        return ticket.statusId() == null ? usual : Objects.requireNonNullElse(meanings.get(ticket.statusId()), usual);
    }

    /** True if the ticket is closed. */
    public boolean isClosed(FoundTicket ticket) {
        return ticket.closed() || (ticket.statusId() != null && closed.contains(ticket.statusId()));
    }

    /** True if a person said that nothing shall be done about the matter. */
    public boolean isWontFix(FoundTicket ticket) {
        return ticket.statusId() != null && wontFix.contains(ticket.statusId());
    }
}
