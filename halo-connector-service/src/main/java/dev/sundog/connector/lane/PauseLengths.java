package dev.sundog.connector.lane;

import java.time.Duration;

/**
 * Pauses that double with each failure in a row, up to a limit, and differ a little from lane to lane, so that lanes which
 * failed together do not come back together.
 */
record PauseLengths(Duration first, Duration limit) {

    private static final int SPREAD_PERCENT = 20;

    /** The pause after so many failures, one or more: the same for the same lane and count. */
    Duration after(int failures, String connectionId) {
        Duration pause = first;
        for (int count = 1; count < failures && pause.compareTo(limit) < 0; count++) {
            pause = pause.multipliedBy(2);
        }
        return spread(pause.compareTo(limit) < 0 ? pause : limit, failures, connectionId);
    }

    /** The given length and up to a fifth more. */
    static Duration spread(Duration pause, int failures, String connectionId) {
        int mixed = (connectionId.hashCode() * 31 + failures) * 0x9E3779B9;
        int percent = Math.floorMod(mixed >>> 8, SPREAD_PERCENT + 1);
        return pause.plus(pause.multipliedBy(percent).dividedBy(100));
    }
}
