package dev.sundog.connector.lifecycle;

import java.time.Duration;

/** A pause that doubles with each try up to a limit. */
record Backoff(Duration first, Duration limit) {

    static final Backoff LOOK_UP = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
    static final Backoff FILTER_IGNORED = new Backoff(Duration.ofMinutes(5), Duration.ofMinutes(30));
    static final Backoff STATUS = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
    static final Backoff CONFIGURATION = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(10));
    static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    /** The pause after so many failures, one or more. */
    Duration after(int failures) {
        Duration pause = first;
        for (int count = 1; count < failures && pause.compareTo(limit) < 0; count++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(limit) < 0 ? pause : limit;
    }
}
