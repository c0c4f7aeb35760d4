package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a ticket. Adding a case is a deliberate change of the lifecycle. */
public sealed interface Input {

    /** Routing wishes something. */
    record Requested(TicketIdentity identity, Wish wish) implements Input {}

    /**
     * The lane is free and offers the ticket its turn.
     *
     * @param notAfter until when a call decided now may be sent
     * @param sharedCallId the call that this ticket's note goes along with; null for a call of its own
     */
    record Turn(Instant notAfter, @Nullable String sharedCallId) implements Input {

        /** For a call of its own. */
        public Turn(Instant notAfter) {
            this(notAfter, null);
        }
    }

    /**
     * The organization is in a storm: the new matter lives in the storm's ticket instead of one of its own.
     *
     * @param generation which of the organization's storms
     * @param ticket the storm's ticket; null while Halo has none
     */
    record Folded(int generation, @Nullable TicketRef ticket) implements Input {}

    /** Halo has the storm's ticket now. */
    record Housed(TicketRef ticket) implements Input {}

    /** The storm's ticket cannot be made. */
    record Unhoused(TicketNews.Failed why) implements Input {}

    /** The storm's ticket is over, and the matter was over before: if it comes back, it is a new one. */
    record Unfolded() implements Input {}

    /**
     * A hint that the ticket changed in Halo: it is read before anything is believed. Several hints make one read, and a
     * status that is known already makes none, for it is our own change that comes back.
     *
     * @param statusId the status that the ticket is said to have; null if that was not said
     */
    record Hinted(@Nullable Long statusId) implements Input {}

    /**
     * A person wants something done.
     *
     * @param commandId the same id counts once
     * @param requestedBy who wants it
     */
    record Commanded(String commandId, String tenantId, Command command, String requestedBy) implements Input {}

    /** What a person can want. */
    enum Command {
        /** Try again what failed. */
        RETRY,
        /** Stop trying; the matter counts as failed for good until it is reported again. */
        DISCARD,
        /** Make a new ticket, whatever became of the old one. */
        RECREATE
    }

    /**
     * A call ended, or nothing was heard of it in time, which is an {@link CallEnd.Unknown} end too.
     *
     * @param latestSend the latest moment at which it can have been sent
     */
    record CallEnded(String callId, CallEnd end, Instant latestSend) implements Input {}
}
