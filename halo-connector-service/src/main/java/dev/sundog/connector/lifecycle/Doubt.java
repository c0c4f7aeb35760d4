package dev.sundog.connector.lifecycle;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statuses that we asked for without hearing what became of it. Halo may set them late, over what was set after them, so the
 * ticket is read when that cannot happen any more.
 *
 * @param until when the last of them can have been executed
 */
public record Doubt(SortedSet<Long> statuses, Instant until) {

    public Doubt {
        statuses = Collections.unmodifiableSortedSet(new TreeSet<>(statuses));
    }

    /** With one more. */
    static Doubt of(@Nullable Doubt before, long status, Instant until) {
        SortedSet<Long> statuses = new TreeSet<>();
        statuses.add(status);
        if (before == null) {
            return new Doubt(statuses, until);
        }
        statuses.addAll(before.statuses());
        return new Doubt(statuses, before.until().isAfter(until) ? before.until() : until);
    }

    boolean isOver(Instant moment) {
        return !moment.isBefore(until);
    }
}
