package dev.sundog.simulator.book;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which tickets were changed since a time, without a look at those that were not. Keeps one line for each change, and
 * leaves out the outdated ones now and then. Not safe from several threads.
 */
final class RecentChanges {

    private static final int NEVER = -1;

    private int[] ids = new int[1024];
    private long[] millis = new long[1024];
    private int size;

    /** For each ticket, counted from the first, the line of its last change. */
    private int[] last = {};

    private final int firstId;

    RecentChanges(int firstId) {
        this.firstId = firstId;
    }

    void note(int id, Instant time) {
        if (size == ids.length) {
            makeRoom();
        }
        // A clock that goes back must not hide what came before.
        long before = size == 0 ? Long.MIN_VALUE : millis[size - 1];
        ids[size] = id;
        millis[size] = Math.max(before, time.toEpochMilli());
        int ticket = id - firstId;
        if (ticket >= last.length) {
            int length = last.length;
            last = Arrays.copyOf(last, Math.max(1024, Math.max(ticket + 1, length * 2)));
            Arrays.fill(last, length, last.length, NEVER);
        }
        last[ticket] = size;
        size++;
    }

    /**
     * The tickets changed at the time or later, and maybe some of the millisecond before; numbers ascending.
     *
     * @param most gives up and is empty if there are more
     */
    Optional<int[]> since(Instant time, int most) {
        int[] found = new int[16];
        int count = 0;
        for (int line = size - 1; line >= 0 && millis[line] >= time.toEpochMilli(); line--) {
            if (last[ids[line] - firstId] == line) {
                if (count == most) {
                    return Optional.empty();
                }
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count] = ids[line];
                count++;
            }
        }
        int[] ascending = Arrays.copyOf(found, count);
        Arrays.sort(ascending);
        return Optional.of(ascending);
    }

    private void makeRoom() {
        int kept = 0;
        for (int line = 0; line < size; line++) {
            int ticket = ids[line] - firstId;
            if (last[ticket] == line) {
                ids[kept] = ids[line];
                millis[kept] = millis[line];
                last[ticket] = kept;
                kept++;
            }
        }
        if (kept > size / 2) {
            ids = Arrays.copyOf(ids, size * 2);
            millis = Arrays.copyOf(millis, size * 2);
        }
        size = kept;
    }
}
