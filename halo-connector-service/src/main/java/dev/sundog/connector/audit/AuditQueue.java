package dev.sundog.connector.audit;

import dev.sundog.connector.status.KnownTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Which tickets of one connection are checked next: those never checked first, then those checked longest ago. Holds the young
 * ones alone, for a double comes from a create that was tried twice. Kept in memory, made anew at each start. Used by one thread.
 */
public final class AuditQueue {

    /** Tickets in the queue; of more, those that were checked last are left out. */
    static final int MOST = 20_000;

    /** How long after it was made a ticket is checked. */
    static final Duration YOUNG = Duration.ofDays(7);

    private static final Comparator<KnownTicket> LONGEST_AGO = Comparator.<KnownTicket, Instant>comparing(
                    ticket -> Objects.requireNonNullElse(ticket.checkedAt(), Instant.EPOCH))
            .thenComparing(KnownTicket::madeAt)
            .thenComparingLong(KnownTicket::ticketId);

    private final Duration settling;
    private final TreeSet<KnownTicket> order = new TreeSet<>(LONGEST_AGO);
    private final Map<Long, KnownTicket> tickets = new HashMap<>();

    /**
     * Of nobody.
     *
     * @param settling a ticket younger than this is not checked yet: a lost create may still be executed
     */
    public AuditQueue(Duration settling) {
        this.settling = settling;
    }

    /** Adds a ticket, or replaces what was known of it. */
    public void put(KnownTicket ticket) {
        remove(ticket.ticketId());
        tickets.put(ticket.ticketId(), ticket);
        order.add(ticket);
        if (order.size() > MOST) {
            remove(order.last().ticketId());
        }
    }

    /** Forgets a ticket. */
    public void remove(long ticketId) {
        KnownTicket old = tickets.remove(ticketId);
        if (old != null) {
            order.remove(old);
        }
    }

    /** At most so many that are to be checked now, in their order. Those that are not young any more leave the queue. */
    public List<KnownTicket> next(int most, Instant now) {
        List<KnownTicket> next = new ArrayList<>();
        List<KnownTicket> old = new ArrayList<>();
        for (KnownTicket ticket : order) {
            if (next.size() == most) {
                break;
            }
            if (!ticket.madeAt().isAfter(now.minus(YOUNG))) {
                old.add(ticket);
            } else if (!ticket.madeAt().isAfter(now.minus(settling))) {
                next.add(ticket);
            }
        }
        old.forEach(ticket -> remove(ticket.ticketId()));
        return List.copyOf(next);
    }
}
