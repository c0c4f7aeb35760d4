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
     */
    record Turn(Instant notAfter) implements Input {}

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
