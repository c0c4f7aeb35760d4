package dev.sundog.routing.stream;

import java.time.Duration;
import java.time.Instant;

/**
 * How much time drafts in shadow may take from live decisions: a tenth, and 200 ms at once. Whoever overdraws waits until it is
 * earned again. For one thread.
 */
final class ShadowBudget {

    private static final int SHARE = 10;
    private static final Duration MOST = Duration.ofMillis(200);

    private Duration left = MOST;
    private Instant earnedUntil = Instant.MAX;

    /** True where a draft may decide now. */
    boolean open(Instant now) {
        if (now.isAfter(earnedUntil)) {
            var earned = left.plus(Duration.between(earnedUntil, now).dividedBy(SHARE));
            left = earned.compareTo(MOST) > 0 ? MOST : earned;
        }
        earnedUntil = now;
        return left.isPositive();
    }

    /** So long did one decision take. */
    void spend(Duration time) {
        left = left.minus(time.isNegative() ? Duration.ZERO : time);
    }
}
