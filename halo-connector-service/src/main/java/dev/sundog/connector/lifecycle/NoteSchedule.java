package dev.sundog.connector.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When repeats are worth a note: the first and then each power of ten, or the first and then at an interval. */
final class NoteSchedule {

    private NoteSchedule() {}

    /**
     * From when on a note is due; empty while Halo knows enough.
     *
     * @param repeats how often the matter was repeated
     * @param told how many of these Halo knows of
     * @param toldAt when it was last told; null if never
     * @param interval least time between two notes; zero: by powers of ten
     */
    static Optional<Instant> due(long repeats, long told, @Nullable Instant toldAt, Duration interval) {
        if (interval.isZero()) {
            return repeats >= next(told) ? Optional.of(Instant.EPOCH) : Optional.empty();
        }
        if (repeats <= told) {
            return Optional.empty();
        }
        return Optional.of(toldAt == null ? Instant.EPOCH : toldAt.plus(interval));
    }

    private static long next(long told) {
        long next = 1;
        while (next <= told) {
            next *= 10;
        }
        return next;
    }
}
