package dev.sundog.connector.lane;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The serial line of calls to one connection: one call in flight, a budget, and a pause with its reason.
 *
 * <p>It is its own breaker: after a failure that is the lane's it pauses, and because it is serial, the one call after the
 * pause is the probe. The pause doubles until a probe passes.
 *
 * <p>A create whose end is unknown holds the lane until its own deadline, for Halo may still be at it and creates must not
 * meet. After that the lane serves other tickets, while that one ticket waits out the quarantine: see decision 0003.
 *
 * @param setbacks failures in a row that were the lane's, not the ticket's
 * @param turns counts the turns given, for a fair order
 * @param lastOrganization whose turn the last one was; empty before the first
 */
public record Lane(
        String connectionId,
        Budget budget,
        @Nullable InFlight inFlight,
        @Nullable Pause pause,
        int setbacks,
        int turns,
        String lastOrganization) {

    /** Calls without an answer in a row from which on the fault is taken for the lane's. */
    private static final int PATIENCE = 3;

    private static final Duration LATE = Duration.ofMillis(500);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final PauseLengths OF_RATE_LIMIT = new PauseLengths(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final PauseLengths OF_CONFIGURATION =
            new PauseLengths(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final PauseLengths OF_UNREACHABLE = new PauseLengths(Duration.ofSeconds(1), Duration.ofMinutes(1));

    /**
     * The call that is out.
     *
     * @param others further tickets that it is about
     * @param notAfter its last moment
     * @param requests counted for it when it was sent
     */
    public record InFlight(String callId, String ticketKey, List<String> others, Instant notAfter, int requests) {
        public InFlight {
            others = List.copyOf(others);
        }
    }

    /**
     * Nothing is sent until then.
     *
     * @param version of the configuration when it began
     * @param detail the same for people; Halo's own words where it spoke
     */
    public record Pause(FailureReason reason, Instant until, long version, String detail) {}

    /** What a lane is doing, for people and meters. */
    public enum Activity {
        /** Could send. */
        FREE,
        /** A call is out. */
        CALLING,
        /** Waits because of a failure. */
        PAUSED,
        /** Waits for its budget; what may spend the reserved share may still go. */
        SPENT,
        /** Switched off, or its connection is gone. */
        DISABLED
    }

    /** A lane that was never used. */
    static Lane of(String connectionId) {
        return new Lane(connectionId, Budget.unspent(), null, null, 0, 0, "");
    }

    /** What it is doing. */
    public Activity activity(@Nullable LaneTerms terms, Instant now) {
        if (inFlight != null) {
            return Activity.CALLING;
        }
        if (terms == null || !terms.enabled()) {
            return Activity.DISABLED;
        }
        if (paused(terms, now)) {
            return Activity.PAUSED;
        }
        return budget.allows(1, Urgency.NEW, terms, now) ? Activity.FREE : Activity.SPENT;
    }

    /** Whether a call may go out, as far as the lane goes; its budget is another question. */
    public boolean mayCall(LaneTerms terms, Instant now) {
        return switch (activity(terms, now)) {
            case FREE, SPENT -> true;
            case CALLING, PAUSED, DISABLED -> false;
        };
    }

    /**
     * A call went out at somebody's turn.
     *
     * @param others further tickets that it is about
     */
    public Lane sent(Call call, List<String> others, Want turn, LaneTerms terms, Instant now) {
        int requests = call.operation().requests();
        int before = pause != null && pause.version() != terms.version() ? 0 : setbacks;
        return new Lane(
                connectionId,
                budget.spend(requests, terms, now),
                new InFlight(call.callId(), call.ticketKey(), others, call.notAfter(), requests),
                null,
                before,
                (turns + 1) & Integer.MAX_VALUE,
                turn.organizationId());
    }

    /**
     * The call that is out ended.
     *
     * @param requests that it took in the end
     * @param deadline until when Halo may still be at it
     * @param terms null if the connection is gone
     */
    public Lane ended(CallEnd end, int requests, Instant deadline, @Nullable LaneTerms terms, Instant now) {
        return counted(requests, terms, now).after(end, deadline, terms, now);
    }

    private Lane after(CallEnd end, Instant deadline, @Nullable LaneTerms terms, Instant now) {
        long version = terms == null ? 0 : terms.version();
        int count = setbacks + 1;
        return switch (end) {
            case CallEnd.Done _, CallEnd.Rejected _, CallEnd.TooLarge _, CallEnd.NotFound _ -> free(budget, null, 0);
            case CallEnd.RateLimited limited -> {
                Budget learned = terms == null ? budget : budget.limited(terms, now);
                Pause rest = new Pause(FailureReason.RATE_LIMITED, now.plus(rest(limited)), version, asked(limited));
                yield free(learned, rest, count);
            }
            case CallEnd.AuthenticationFailed failed ->
                paused(FailureReason.AUTHENTICATION_FAILED, OF_CONFIGURATION, version, failed.detail(), now);
            case CallEnd.PermissionDenied denied ->
                paused(FailureReason.PERMISSION_DENIED, OF_CONFIGURATION, version, denied.detail(), now);
            case CallEnd.NotSent notSent ->
                paused(FailureReason.HALO_UNAVAILABLE, OF_UNREACHABLE, version, notSent.detail(), now);
            case CallEnd.Expired _ ->
                free(budget, new Pause(FailureReason.EXPIRED, now.plus(LATE), version, "a call came too late"), count);
            case CallEnd.Unknown unknown -> unanswered(unknown, deadline, version, now);
        };
    }

    /** One call without an answer is the ticket's affair; several in a row are the lane's. */
    private Lane unanswered(CallEnd.Unknown unknown, Instant deadline, long version, Instant now) {
        int count = setbacks + 1;
        Instant rested = count < PATIENCE ? now : now.plus(OF_UNREACHABLE.after(count - PATIENCE + 1, connectionId));
        if (!rested.isAfter(now) && !deadline.isAfter(now)) {
            return free(budget, null, count);
        }
        return deadline.isAfter(rested)
                ? free(budget, new Pause(FailureReason.OUTCOME_UNKNOWN, deadline, version, unknown.detail()), count)
                : free(budget, new Pause(FailureReason.HALO_UNAVAILABLE, rested, version, unknown.detail()), count);
    }

    private Duration rest(CallEnd.RateLimited limited) {
        Duration asked =
                Objects.requireNonNullElse(limited.retryAfter(), OF_RATE_LIMIT.after(setbacks + 1, connectionId));
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    private static String asked(CallEnd.RateLimited limited) {
        return limited.retryAfter() == null
                ? "Halo wants fewer calls and does not say until when"
                : "Halo wants to be left alone for " + limited.retryAfter().toSeconds() + " s";
    }

    private Lane counted(int requests, @Nullable LaneTerms terms, Instant now) {
        InFlight out = inFlight;
        if (out == null || terms == null) {
            return this;
        }
        // Counted anew when it ended: it may have been sent long after it was decided on, and Halo counts from then.
        Budget counted = budget.refund(out.requests()).spend(requests, terms, now);
        return new Lane(connectionId, counted, out, pause, setbacks, turns, lastOrganization);
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

    private Lane paused(FailureReason reason, PauseLengths lengths, long version, String detail, Instant now) {
        int count = setbacks + 1;
        return free(budget, new Pause(reason, now.plus(lengths.after(count, connectionId)), version, detail), count);
    }

    private Lane free(Budget counted, @Nullable Pause next, int count) {
        return new Lane(connectionId, counted, null, next, count, turns, lastOrganization);
    }
}
