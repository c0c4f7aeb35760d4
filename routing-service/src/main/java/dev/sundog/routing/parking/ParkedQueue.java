package dev.sundog.routing.parking;

import dev.sundog.event.FailureReason;
import java.util.HashMap;
import java.util.Map;

/** The index of one organization's parked events: numbers only, the events are in the store. */
final class ParkedQueue {

    private final Map<Integer, Integer> matters = new HashMap<>();
    private FailureReason reason = FailureReason.UNMAPPED_ORGANIZATION;
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
        count(mark, 1);
    }

    void leave(long sequence, Mark mark) {
        // Only a hint where to begin: what leaves the middle leaves a gap that a look passes over.
        first = sequence == first ? first + 1 : first;
        size--;
        count(mark, -1);
    }

    void replace(Mark before, Mark after) {
        count(before, -1);
        count(after, 1);
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

    void lookedUpTo(long sequence) {
        cursor = sequence + 1;
    }

    void keepsUntil(long time) {
        until = Math.min(until, time);
    }

    void lookEnded() {
        cursor = -1;
    }

    boolean waits(int matter) {
        return matters.containsKey(matter);
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

    FailureReason reason() {
        return reason;
    }

    long size() {
        return size;
    }

    private void count(Mark mark, int by) {
        if (mark.wholeOrganization()) {
            blocking += by;
            reason = by > 0 ? mark.reason() : reason;
        } else {
            matters.merge(mark.matter(), by, (old, change) -> old + change == 0 ? null : old + change);
        }
        until = by > 0 ? Math.min(until, mark.until()) : until;
    }
}
