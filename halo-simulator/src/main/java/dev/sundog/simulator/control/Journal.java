package dev.sundog.simulator.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest 20,000 requests to API and tokens, in the order they ended. Safe from any thread. */
public final class Journal {

    static final int CAPACITY = 20_000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();

    synchronized void add(JournalEntry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }
}
