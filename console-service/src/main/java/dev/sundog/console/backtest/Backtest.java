package dev.sundog.console.backtest;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A back-test as it stands.
 *
 * @param read records read so far
 * @param total records to read, as far as offsets tell
 * @param result what it found; absent unless it is done
 * @param failure why it failed
 */
record Backtest(
        String id,
        String policyId,
        State state,
        long read,
        long total,
        @Nullable Map<String, Object> result,
        @Nullable String failure,
        Instant requestedAt,
        Instant toldAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    enum State {
        /** Others run first. */
        WAITING,
        /** It reads. */
        RUNNING,
        /** It has a result. */
        DONE,
        /** It has none, and the reason is told. */
        FAILED,
        /** A person ended it. */
        CANCELLED
    }

    boolean ended() {
        return switch (state) {
            case WAITING, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }

    Backtest failed(String why) {
        return new Backtest(id, policyId, State.FAILED, read, total, null, why, requestedAt, toldAt, toldAt);
    }
}
