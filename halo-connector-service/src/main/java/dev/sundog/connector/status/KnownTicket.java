package dev.sundog.connector.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in Halo and the lasting ticket that it belongs to.
 *
 * @param reference what it carries so that it can be found again
 * @param madeAt since when it is known
 * @param changedAt the newest change that was passed on as a hint, by Halo's clock; null before the first
 * @param checkedAt when it was last checked for doubles; null before the first time
 * @param notices the latest notices about it, the oldest first, at most {@value #NOTICES}: one sent twice counts once
 */
public record KnownTicket(
        String connectionId,
        long ticketId,
        String ticketKey,
        String reference,
        Instant madeAt,
        @Nullable Instant changedAt,
        @Nullable Instant checkedAt,
        List<String> notices) {

    private static final int NOTICES = 8;

    public KnownTicket {
        notices = List.copyOf(notices);
    }

    /** One that became known now. */
    public static KnownTicket of(
            String connectionId, long ticketId, String ticketKey, String reference, Instant madeAt) {
        return new KnownTicket(connectionId, ticketId, ticketKey, reference, madeAt, null, null, List.of());
    }

    /** Its name among all tickets of all connections. */
    public String key() {
        return key(connectionId, ticketId);
    }

    /** The name of a ticket of a connection. */
    public static String key(String connectionId, long ticketId) {
        return connectionId + "/" + ticketId;
    }

    /** Whether a change at that moment is news; one that Halo gives no moment for is. */
    public boolean isNews(@Nullable Instant updatedAt) {
        return updatedAt == null || changedAt == null || updatedAt.isAfter(changedAt);
    }

    /** With a change that was passed on. */
    public KnownTicket changed(@Nullable Instant updatedAt) {
        return new KnownTicket(connectionId, ticketId, ticketKey, reference, madeAt, updatedAt, checkedAt, notices);
    }

    /** Checked for doubles. */
    public KnownTicket checked(Instant now) {
        return new KnownTicket(connectionId, ticketId, ticketKey, reference, madeAt, changedAt, now, notices);
    }

    /** With a notice that was passed on. */
    public KnownTicket noticed(String noticeId) {
        List<String> latest = new ArrayList<>(notices);
        latest.add(noticeId);
        if (latest.size() > NOTICES) {
            latest.removeFirst();
        }
        return new KnownTicket(connectionId, ticketId, ticketKey, reference, madeAt, changedAt, checkedAt, latest);
    }
}
