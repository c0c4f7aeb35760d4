package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import java.time.Duration;

/**
 * How a webhook gathers events. What the numbers of {@code batch_method} mean is guessed.
 *
 * @param method 0 none, 1 the same event of the same ticket, 2 the same kind of event, 3 any event
 * @param delay how long the first event waits for others
 * @param limit most events in one request
 */
record Batching(int method, Duration delay, int limit) {

    private static final int USUAL_LIMIT = 100;

    static Batching of(Row hook) {
        int limit = hook.number("batch_limit");
        return new Batching(
                hook.number("batch_method"),
                Duration.ofSeconds(Math.max(0, hook.number("batch_delay_seconds"))),
                limit > 0 ? limit : USUAL_LIMIT);
    }

    boolean on() {
        return method > 0;
    }

    boolean together(Parcel first, Parcel other) {
        return switch (method) {
            case 1 -> first.event() == other.event() && first.ticketId() == other.ticketId();
            case 2 -> first.event() == other.event();
            default -> true;
        };
    }
}
