package dev.sundog.connector.lane;

import dev.sundog.event.FailureReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one lane stands, for people.
 *
 * @param reason why it is paused; null if it is not
 * @param detail the same for people
 * @param until when the pause ends
 * @param pending tickets that wait for a turn, now or later
 * @param oldestSince since when the one waits that has waited longest; null if nobody's time has come
 * @param budget calls that it may spend in one window now
 * @param spent calls spent in the window
 * @param storms organizations in a storm
 */
public record LaneNews(
        String tenantId,
        String connectionId,
        Lane.Activity activity,
        @Nullable FailureReason reason,
        @Nullable String detail,
        @Nullable Instant until,
        int pending,
        @Nullable Instant oldestSince,
        int budget,
        int spent,
        int storms,
        Instant at) {

    /** True if people would call the other news. */
    boolean differsFrom(LaneNews other) {
        return isRunning() != other.isRunning()
                || (!isRunning() && activity != other.activity)
                || reason != other.reason
                || storms != other.storms
                || budget != other.budget;
    }

    private boolean isRunning() {
        return activity == Lane.Activity.FREE || activity == Lane.Activity.CALLING;
    }
}
