package dev.sundog.routing.parking;

import dev.sundog.event.FailureReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The index of one organization's parked events: numbers only, the events are in the store. */
final class ParkedQueue {

    private final Map<Integer, TreeSet<Long>> matters = new HashMap<>();
    private FailureReason reason = FailureReason.UNMAPPED_ORGANIZATION;
    private FailureReason reasonAlone = FailureReason.SILENCED;
    private long first = Long.MAX_VALUE;
    private long next;
    private long size;
    private long blocking;
    private long until = Long.MAX_VALUE;
    private long lookedAtChange = -1;
    private long cursor = -1;

    void enter(long sequence, Mark mark) {
        first = Math.min(first, sequence);
        next = Math.max(next, sequence + 1);
        size++;
        add(sequence, mark);
    }

    void leave(long sequence, Mark mark) {
        // Only a hint where to begin: what leaves the middle leaves a gap that a look passes over.
        first = sequence == first ? first + 1 : first;
        size--;
        remove(sequence, mark);
    }

    void replace(long sequence, Mark before, Mark after) {
        remove(sequence, before);
        add(sequence, after);
    }

    /** True when it should be looked through: the configuration changed, a time came, or the last look was cut short. */
    boolean due(long change, long now) {
        return cursor >= 0 || lookedAtChange != change || until <= now;
    }

    /** Where to look from. Starts from the first when the configuration changed since, for then the head may be free. */
    long lookFrom(long change, long now) {
        if (cursor < 0 || lookedAtChange != change) {
            cursor = first;
            // Times to come are gathered anew by the look itself.
            until = until <= now ? Long.MAX_VALUE : until;
        }
        lookedAtChange = change;
        return cursor;
    }

    long lookedAtChange() {
        return lookedAtChange;
    }

    void lookedUpTo(long sequence) {
        cursor = sequence + 1;
    }

    void keepsUntil(long time) {
        until = Math.min(until, time);
    }

    void lookAgain() {
        cursor = first;
    }

    void lookEnded() {
        cursor = -1;
    }

    /** True while a look is cut short: some that could be free have not had their turn. */
    boolean unfinished() {
        return cursor >= 0;
    }

    /** Where events wait, each for itself alone, that may be about the matter; in their order. */
    List<Long> waiting(int matter) {
        var found = matters.get(matter);
        return found == null ? List.of() : List.copyOf(found);
    }

    boolean blocked() {
        return blocking > 0;
    }

    boolean empty() {
        return size == 0;
    }

    long first() {
        return first;
    }

    long next() {
        return next;
    }

    /** Why most events wait that come now. */
    FailureReason reason() {
        return blocked() ? reason : reasonAlone;
    }

    long size() {
        return size;
    }

    private void add(long sequence, Mark mark) {
        if (mark.wholeOrganization()) {
            blocking++;
            reason = mark.reason();
        } else {
            matters.computeIfAbsent(mark.matter(), _ -> new TreeSet<>()).add(sequence);
            reasonAlone = mark.reason();
        }
        until = Math.min(until, mark.until());
    }

    private void remove(long sequence, Mark mark) {
        if (mark.wholeOrganization()) {
            blocking--;
            return;
        }
        matters.computeIfPresent(mark.matter(), (_, sequences) -> {
            sequences.remove(sequence);
            return sequences.isEmpty() ? null : sequences;
        });
    }
}
