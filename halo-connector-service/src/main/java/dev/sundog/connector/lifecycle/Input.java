package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import java.time.Instant;

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
     * A call ended, or nothing was heard of it in time, which is an {@link CallEnd.Unknown} end too.
     *
     * @param latestSend the latest moment at which it can have been sent
     */
    record CallEnded(String callId, CallEnd end, Instant latestSend) implements Input {}
}
