package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The serial line of calls to one connection: one call in flight, a budget, and a pause with its reason.
 *
 * <p>A create whose end is unknown holds the lane until its own deadline, for Halo may still be at it and creates must not
 * meet. After that the lane serves other tickets, while that one ticket waits out the quarantine: see decision 0003.
 *
 * @param setbacks failures in a row that were the lane's, not the ticket's
 */
public record Lane(
        String connectionId,
        Budget budget,
        @Nullable InFlight inFlight,
        @Nullable Pause pause,
        int setbacks) {

    private static final Duration RATE_LIMIT = Duration.ofSeconds(30);
    private static final Duration CONFIGURATION = Duration.ofSeconds(30);
    private static final Duration UNREACHABLE = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofMillis(500);
    private static final Backoff OF_RATE_LIMIT = new Backoff(RATE_LIMIT, Duration.ofMinutes(5));
    private static final Backoff OF_CONFIGURATION = new Backoff(CONFIGURATION, Duration.ofMinutes(5));
    private static final Backoff OF_UNREACHABLE = new Backoff(UNREACHABLE, Duration.ofMinutes(1));
    /** A look-up reads the list and, where the list lacks the field, details. */
    private static final int CALLS_OF_A_LOOK_UP = 3;

    /**
     * The call that is out.
     *
     * @param notAfter its last moment
     */
    public record InFlight(String callId, String ticketKey, Instant notAfter) {}

    /**
     * Nothing is sent until then.
     *
     * @param version of the configuration when it began
     */
    public record Pause(FailureReason reason, Instant until, long version) {}

    /** What a lane is doing, for people and meters. */
    public enum Activity {
        /** Could send. */
        FREE,
        /** A call is out. */
        CALLING,
        /** Waits because of a failure. */
        PAUSED,
        /** Waits for its budget. */
        SPENT,
        /** Switched off, or its connection is gone. */
        DISABLED
    }

    static Lane of(String connectionId) {
        return new Lane(connectionId, Budget.unspent(), null, null, 0);
    }

    Activity activity(@Nullable LaneTerms terms, Instant now) {
        if (inFlight != null) {
            return Activity.CALLING;
        }
        if (terms == null || !terms.enabled()) {
            return Activity.DISABLED;
        }
        if (paused(terms, now)) {
            return Activity.PAUSED;
        }
        return budget.allows(terms, now) ? Activity.FREE : Activity.SPENT;
    }

    Lane sent(Call call, LaneTerms terms, Instant now) {
        int calls = call.operation() instanceof Operation.FindTicket ? CALLS_OF_A_LOOK_UP : 1;
        return new Lane(
                connectionId,
                budget.spend(calls, terms, now),
                new InFlight(call.callId(), call.ticketKey(), call.notAfter()),
                null,
                setbacks);
    }

    /**
     * The call that is out ended.
     *
     * @param deadline until when Halo may still be at it
     */
    Lane ended(CallEnd end, Instant deadline, long version, Instant now) {
        return switch (end) {
            case CallEnd.Done _, CallEnd.Rejected _, CallEnd.NotFound _ -> free(null, 0);
            case CallEnd.RateLimited limited -> {
                Duration asked = Objects.requireNonNullElse(limited.retryAfter(), OF_RATE_LIMIT.after(setbacks + 1));
                yield pausedFor(FailureReason.RATE_LIMITED, asked, version, now);
            }
            case CallEnd.AuthenticationFailed _ ->
                pausedFor(FailureReason.AUTHENTICATION_FAILED, OF_CONFIGURATION.after(setbacks + 1), version, now);
            case CallEnd.PermissionDenied _ ->
                pausedFor(FailureReason.PERMISSION_DENIED, OF_CONFIGURATION.after(setbacks + 1), version, now);
            case CallEnd.NotSent _ ->
                pausedFor(FailureReason.HALO_UNAVAILABLE, OF_UNREACHABLE.after(setbacks + 1), version, now);
            case CallEnd.Expired _ -> pausedFor(FailureReason.EXPIRED, LATE, version, now);
            case CallEnd.Unknown _ ->
                deadline.isAfter(now)
                        ? free(new Pause(FailureReason.OUTCOME_UNKNOWN, deadline, version), setbacks)
                        : free(null, setbacks);
        };
    }

    private boolean paused(LaneTerms terms, Instant now) {
        Pause held = pause;
        if (held == null || !held.until().isAfter(now)) {
            return false;
        }
        boolean configuration = held.reason() == FailureReason.AUTHENTICATION_FAILED
                || held.reason() == FailureReason.PERMISSION_DENIED
                || held.reason() == FailureReason.HALO_UNAVAILABLE;
        return !configuration || held.version() == terms.version();
    }

    private Lane pausedFor(FailureReason reason, Duration time, long version, Instant now) {
        return free(new Pause(reason, now.plus(time), version), setbacks + 1);
    }

    private Lane free(@Nullable Pause next, int count) {
        return new Lane(connectionId, budget, null, next, count);
    }
}
