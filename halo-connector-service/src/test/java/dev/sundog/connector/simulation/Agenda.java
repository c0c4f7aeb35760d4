package dev.sundog.connector.simulation;

import dev.sundog.connector.lifecycle.Wishing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** The virtual clock and all that is still to happen. What falls on the same millisecond comes in an order drawn by lot. */
final class Agenda implements InstantSource {

    private static final long START = Wishing.START.toEpochMilli();

    private record Entry(long at, long lot, long serial, Runnable action) implements Comparable<Entry> {

        @Override // by hand: it is asked more often than anything else here
        public int compareTo(Entry other) {
            int order = Long.compare(at, other.at);
            order = order == 0 ? Long.compare(lot, other.lot) : order;
            return order == 0 ? Long.compare(serial, other.serial) : order;
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Chance chance;
    private long now = START;
    private long serial;

    Agenda(Chance chance) {
        this.chance = chance;
    }

    /** Milliseconds since the epoch. */
    long now() {
        return now;
    }

    /** Milliseconds since the schedule began. */
    long elapsed() {
        return now - START;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    void in(long millis, Runnable action) {
        entries.add(new Entry(now + Math.max(0, millis), chance.next(), serial++, action));
    }

    /** Lets the next thing happen unless that is later than the given moment; false when there is none. */
    boolean step(long until) {
        Entry next = entries.peek();
        if (next == null || next.at() > until) {
            now = Math.max(now, until);
            return false;
        }
        entries.poll();
        now = next.at();
        next.action().run();
        return true;
    }
}
