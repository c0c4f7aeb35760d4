package dev.sundog.local.chaos;

import dev.sundog.local.process.Patience;
import java.time.Duration;

/** Time since the run's load began. Safe from any thread. */
final class RunClock {

    private final long begin = System.nanoTime();

    Duration now() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Returns when that much time has passed since the begin, at once if it has. */
    void awaitUntil(Duration moment) {
        Duration left = moment.minus(now());
        if (left.isPositive()) {
            Patience.pause(left);
        }
    }
}
