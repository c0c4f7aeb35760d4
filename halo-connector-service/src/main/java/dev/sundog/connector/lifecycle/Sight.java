package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the ticket as Halo has it.
 *
 * @param madeAt since when it is known; null while there is none
 * @param readAt when Halo showed all of it
 * @param statusId the status that it showed last
 * @param asked a status that we asked for and that it has not shown since
 * @param agentId to whom it was assigned when it was first shown
 * @param touched a person worked on it: see decision 0005
 * @param followed another ticket, into which ours was merged
 * @param hinted something may have changed: it should be read
 */
public record Sight(
        @Nullable Instant madeAt,
        @Nullable Instant readAt,
        @Nullable Long statusId,
        @Nullable Long asked,
        @Nullable Long agentId,
        boolean touched,
        boolean followed,
        boolean hinted) {

    /** No ticket yet. */
    public static final Sight NONE = new Sight(null, null, null, null, null, false, false, false);

    /** A look counts for so long. Longer, and a person's work between look and closing would be overlooked more often. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Of a ticket that was made now: nobody can have worked on it yet. */
    static Sight made(FoundTicket ticket, Instant now) {
        return new Sight(now, now, ticket.statusId(), null, ticket.agentId(), false, false, false);
    }

    /** Of a ticket that was made before and is found now. */
    static Sight found(FoundTicket ticket, Instant now) {
        return new Sight(now, null, ticket.statusId(), null, ticket.agentId(), ticket.touched(), false, false);
    }

    /** Of another ticket that ours was merged into: nothing of it is known yet. */
    static Sight following(Instant now) {
        return new Sight(now, null, null, null, null, false, true, true);
    }

    /** Halo showed the ticket. */
    Sight read(FoundTicket ticket, Instant now) {
        boolean others = ticket.touched() || reassigned(ticket) || surprising(ticket);
        return new Sight(
                madeAt == null ? now : madeAt,
                now,
                ticket.statusId() == null ? statusId : ticket.statusId(),
                null,
                agentId == null ? ticket.agentId() : agentId,
                touched || others,
                followed,
                hinted);
    }

    /** It is about to be read; a hint from now on asks for another look. */
    Sight looking() {
        return new Sight(madeAt, readAt, statusId, asked, agentId, touched, followed, false);
    }

    /** We ask for a status. */
    Sight asking(long status) {
        return new Sight(madeAt, readAt, statusId, status, agentId, touched, followed, hinted);
    }

    /** Halo did it, and showed this status, if any. */
    private Sight granted(@Nullable Long shown) {
        Long before = asked == null ? statusId : asked;
        Long next = shown == null ? before : shown;
        return new Sight(madeAt, readAt, next, null, agentId, touched, followed, hinted);
    }

    /** A change of the ticket ended so. */
    Sight after(CallEnd end) {
        return switch (end) {
            case CallEnd.Done done ->
                granted(
                        done.tickets().isEmpty()
                                ? null
                                : done.tickets().getFirst().statusId());
            case CallEnd.Unknown _ -> this;
            case CallEnd.Rejected _,
                    CallEnd.TooLarge _,
                    CallEnd.NotFound _,
                    CallEnd.RateLimited _,
                    CallEnd.AuthenticationFailed _,
                    CallEnd.PermissionDenied _,
                    CallEnd.NotSent _,
                    CallEnd.Expired _ -> denied();
        };
    }

    /** Halo certainly did not do it. */
    private Sight denied() {
        return new Sight(madeAt, readAt, statusId, null, agentId, touched, followed, hinted);
    }

    /** It cannot be seen whether a person worked on it: that counts as if one had. */
    Sight unreadable(Instant now) {
        return new Sight(madeAt, now, statusId, asked, agentId, true, followed, hinted);
    }

    /**
     * Somebody says that something changed.
     *
     * @param claimed the status that the ticket is said to have; null if none is
     */
    Sight hinted(@Nullable Long claimed) {
        boolean known = claimed != null && (claimed.equals(statusId) || claimed.equals(asked));
        return known ? this : new Sight(madeAt, readAt, statusId, asked, agentId, touched, followed, true);
    }

    /** A status that neither we set nor knew. */
    boolean surprising(FoundTicket ticket) {
        return ticket.statusId() != null
                && statusId != null
                && !ticket.statusId().equals(statusId)
                && !ticket.statusId().equals(asked);
    }

    boolean fresh(Instant now) {
        return readAt != null && readAt.plus(FRESH).isAfter(now);
    }

    boolean olderThan(Duration age, Instant now) {
        return !age.isZero() && madeAt != null && madeAt.plus(age).isBefore(now);
    }

    private boolean reassigned(FoundTicket ticket) {
        return agentId != null && ticket.agentId() != null && !ticket.agentId().equals(agentId);
    }
}
