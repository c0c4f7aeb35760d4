package dev.sundog.simulator.access;

import dev.sundog.simulator.control.RetryAfter;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** Halo's limit: so many requests in a rolling window, for all applications of the tenant together. */
public final class RateWindow {

    private final Deque<Instant> allowed = new ArrayDeque<>();
    private final Switches switches;
    private final InstantSource time;

    public RateWindow(Switches switches, InstantSource time) {
        this.switches = switches;
        this.time = time;
    }

    /** Counts one request; the 429 if it is one too many. A refused request does not count. */
    public synchronized Optional<Answer> enter() {
        int limit = switches.number(Switch.RATE_LIMIT);
        if (limit == 0) {
            return Optional.empty();
        }
        Instant now = time.instant();
        Instant start = now.minus(window());
        while (!allowed.isEmpty() && !allowed.getFirst().isAfter(start)) {
            allowed.removeFirst();
        }
        if (allowed.size() >= limit) {
            return Optional.of(tooMany());
        }
        allowed.addLast(now);
        return Optional.empty();
    }

    /** Halo's 429. */
    public synchronized Answer tooMany() {
        Answer answer = Answer.json(
                429,
                Map.of(
                        "error",
                        "Rate Limit Reached - %d Requests per rolling %d minute window"
                                .formatted(switches.number(Switch.RATE_LIMIT), Math.max(1, window().toMinutes()))));
        if (switches.on(Switch.RETRY_AFTER_DATE)) {
            return answer.with(RetryAfter.HEADER, RetryAfter.date(free()));
        }
        return switches.on(Switch.RETRY_AFTER)
                ? answer.with(RetryAfter.HEADER, RetryAfter.seconds(Duration.between(time.instant(), free())))
                : answer;
    }

    public synchronized void clear() {
        allowed.clear();
    }

    /** When the next request is let in. */
    private Instant free() {
        Instant start = allowed.isEmpty() ? time.instant() : allowed.getFirst();
        return start.plus(window());
    }

    private Duration window() {
        return Duration.ofSeconds(switches.number(Switch.RATE_WINDOW_SECONDS));
    }
}
