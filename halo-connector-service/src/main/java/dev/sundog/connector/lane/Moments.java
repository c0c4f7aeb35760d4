package dev.sundog.connector.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** At most one moment for each name, in order. */
public final class Moments {

    private record Entry(Instant at, String name) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> inOrder =
            new TreeSet<>(Comparator.comparing(Entry::at).thenComparing(Entry::name));

    /** Replaces the name's moment; null removes it. */
    public void set(String name, @Nullable Instant at) {
        Entry old = entries.get(name);
        if (old != null) {
            if (old.at().equals(at)) {
                return;
            }
            entries.remove(name);
            inOrder.remove(old);
        }
        if (at != null) {
            Entry entry = new Entry(at, name);
            entries.put(name, entry);
            inOrder.add(entry);
        }
    }

    /** The first moment of all. */
    public Optional<Instant> first() {
        return inOrder.isEmpty()
                ? Optional.empty()
                : Optional.of(inOrder.first().at());
    }

    /** The earlier of two moments, as far as there are any. */
    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.get().isAfter(other.get()) ? other : one;
    }

    /** Removes and returns the names whose moment has come, in order. */
    public List<String> takeUntil(Instant now) {
        List<String> names = new ArrayList<>();
        while (!inOrder.isEmpty() && !inOrder.first().at().isAfter(now)) {
            String name = inOrder.removeFirst().name();
            entries.remove(name);
            names.add(name);
        }
        return names;
    }
}
