package dev.sundog.console.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the line of calls to one connection stands.
 *
 * @param state FREE, CALLING, PAUSED, SPENT or DISABLED
 * @param reason why it is paused; null if it is not
 * @param until when the pause ends, as far as that is known
 * @param pending tickets that wait for a turn
 * @param oldestSince since when the one waits that has waited longest
 * @param budget calls that it may spend in one window now
 * @param spent calls spent in the window
 * @param storms organizations in a storm
 * @param toldAt when this was so
 */
public record LaneView(
        String connectionId,
        String tenantId,
        String state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant until,
        int pending,
        @Nullable Instant oldestSince,
        int budget,
        int spent,
        int storms,
        Instant toldAt) {}
