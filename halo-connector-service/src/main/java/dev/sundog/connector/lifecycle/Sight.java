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
 * @param doubt statuses that we asked for and nobody knows whether Halo sets them; null if there are none
 */
public record Sight(
        @Nullable Instant madeAt,
        @Nullable Instant readAt,
        @Nullable Long statusId,
        @Nullable Long asked,
        @Nullable Long agentId,
        boolean touched,
        boolean followed,
        boolean hinted,
        @Nullable Doubt doubt) {

    /** No ticket yet. */
    public static final Sight NONE = new Sight(null, null, null, null, null, false, false, false, null);

    /** A look counts for so long. Longer, and a person's work between look and closing would be overlooked more often. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Of a ticket that was made now: nobody can have worked on it yet. */
    static Sight made(FoundTicket ticket, Instant now) {
        return new Sight(now, now, ticket.statusId(), null, ticket.agentId(), false, false, false, null);
    }

    /** Of a ticket that was made before and is found now. */
    static Sight found(FoundTicket ticket, Instant now) {
        return new Sight(now, null, ticket.statusId(), null, ticket.agentId(), ticket.touched(), false, false, null);
    }

    /** Of another ticket that ours was merged into: nothing of it is known yet. */
    static Sight following(Instant now) {
        return new Sight(now, null, null, null, null, false, true, true, null);
    }

    /**
     * Halo showed the ticket.
     *
     * @param askedAt when it was asked; what it shows says nothing of what it may execute after that
     */
    Sight read(FoundTicket ticket, Instant askedAt, Instant now) {
        boolean others = ticket.touched() || reassigned(ticket) || surprising(ticket);
        return new Sight(
                madeAt == null ? now : madeAt,
                now,
                ticket.statusId() == null ? statusId : ticket.statusId(),
                null,
                agentId == null ? ticket.agentId() : agentId,
                touched || others,
                followed,
                hinted,
                doubt == null || doubt.isOver(askedAt) ? null : doubt);
    }

    /** It is about to be read; a hint from now on asks for another look. */
    Sight looking() {
        return new Sight(madeAt, readAt, statusId, asked, agentId, touched, followed, false, doubt);
    }

    /** We ask for a status. */
    Sight asking(long status) {
        return new Sight(madeAt, readAt, statusId, status, agentId, touched, followed, hinted, doubt);
    }

    /** Halo did it, and showed this status, if any. */
    private Sight granted(@Nullable Long shown) {
        Long before = asked == null ? statusId : asked;
        Long next = shown == null ? before : shown;
        return new Sight(madeAt, readAt, next, null, agentId, touched, followed, hinted, doubt);
    }

    /**
     * A change of the ticket ended so.
     *
     * @param executedBy until when Halo may yet execute it, if nobody knows whether it did
     */
    Sight after(CallEnd end, Instant executedBy) {
        return switch (end) {
            case CallEnd.Done done ->
                granted(
                        done.tickets().isEmpty()
                                ? null
                                : done.tickets().getFirst().statusId());
            case CallEnd.Unknown _ -> doubting(executedBy);
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

    private Sight doubting(Instant until) {
        Long status = asked;
        return status == null
                ? this
                : new Sight(
                        madeAt,
                        readAt,
                        statusId,
                        status,
                        agentId,
                        touched,
                        followed,
                        hinted,
                        Doubt.of(doubt, status, until));
    }

    /** Whether it is time to see what became of the statuses in doubt. */
    boolean mustBeRead(Instant now) {
        return hinted || (doubt != null && doubt.isOver(now));
    }

    /** Whether its next turn may be for reading it. */
    boolean mayNeedReading() {
        return hinted || doubt != null;
    }

    /** From when on the ticket should be read; null if there is no reason to. */
    @Nullable
    Instant readFrom(Instant now) {
        return hinted ? now : doubt == null ? null : doubt.until();
    }

    /** A status that we asked for, whether Halo said that it set it or not. */
    boolean isOurs(FoundTicket ticket) {
        Long shown = ticket.statusId();
        return shown != null
                && (shown.equals(asked) || (doubt != null && doubt.statuses().contains(shown)));
    }

    /** Halo certainly did not do it. */
    private Sight denied() {
        return new Sight(madeAt, readAt, statusId, null, agentId, touched, followed, hinted, doubt);
    }

    /** It cannot be seen whether a person worked on it: that counts as if one had. */
    Sight unreadable(Instant now) {
        return new Sight(madeAt, now, statusId, asked, agentId, true, followed, hinted, null);
    }

    /**
     * Somebody says that something changed.
     *
     * @param claimed the status that the ticket is said to have; null if none is
     */
    Sight hinted(@Nullable Long claimed) {
        boolean known = claimed != null && (claimed.equals(statusId) || claimed.equals(asked));
        return known ? this : new Sight(madeAt, readAt, statusId, asked, agentId, touched, followed, true, doubt);
    }

    /** A status that neither we set nor knew. */
    boolean surprising(FoundTicket ticket) {
        return ticket.statusId() != null
                && statusId != null
                && !ticket.statusId().equals(statusId)
                && !isOurs(ticket);
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
