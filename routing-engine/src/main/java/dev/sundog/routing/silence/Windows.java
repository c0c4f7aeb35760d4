package dev.sundog.routing.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** When a silence is in force: windows of equal length, in the order in which they begin. Immutable. */
final class Windows {

    static final Windows NONE = new Windows(new long[0], Duration.ZERO);

    private final long[] starts;
    private final long length;

    /**
     * Windows.
     *
     * @param starts when they begin, in milliseconds, in ascending order
     */
    Windows(long[] starts, Duration length) {
        this.starts = starts;
        this.length = length.toMillis();
    }

    /** When the window that is open ends; of several, the one that began last. Empty when none is open. */
    Optional<Instant> openUntil(Instant now) {
        long moment = now.toEpochMilli();
        int found = Arrays.binarySearch(starts, moment);
        int latest = found >= 0 ? found : -found - 2;
        return latest >= 0 && moment - starts[latest] < length
                ? Optional.of(Instant.ofEpochMilli(starts[latest] + length))
                : Optional.empty();
    }

    /** How many there are. */
    int count() {
        return starts.length;
    }
}
