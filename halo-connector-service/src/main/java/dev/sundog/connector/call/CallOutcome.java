package dev.sundog.connector.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended, and when.
 *
 * @param operation the call's {@link Operation#label()}
 * @param httpStatus status of the last answer; null where there was none
 * @param sentAt when its first byte could have reached Halo; null when it was not sent
 * @param requests HTTP requests to Halo that it took, zero or more
 */
public record CallOutcome(
        String callId,
        String ticketKey,
        String tenantId,
        String connectionId,
        String operation,
        CallEnd end,
        @Nullable Integer httpStatus,
        @Nullable Instant sentAt,
        Instant endedAt,
        int requests) {

    /** The outcome of a call. */
    public static CallOutcome of(
            Call call, CallEnd end, @Nullable Integer httpStatus, @Nullable Instant sentAt, Instant endedAt) {
        return new CallOutcome(
                call.callId(),
                call.ticketKey(),
                call.tenantId(),
                call.connectionId(),
                call.operation().label(),
                end,
                httpStatus,
                sentAt,
                endedAt,
                sentAt == null ? 0 : 1);
    }

    /** The same with so many requests. */
    public CallOutcome took(int count) {
        return new CallOutcome(
                callId, ticketKey, tenantId, connectionId, operation, end, httpStatus, sentAt, endedAt, count);
    }
}
