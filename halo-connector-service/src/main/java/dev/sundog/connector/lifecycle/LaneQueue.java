package dev.sundog.connector.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who waits for a turn in one lane. Kept in memory only and made anew from the tickets at each start.
 *
 * <p>The one that has waited longest comes first; urgent tickets have a head start of a minute, so that nobody starves.
 */
final class LaneQueue {

    private static final Duration HEAD_START = Duration.ofMinutes(1);
    private static final Comparator<Entry> BY_DUE =
            Comparator.comparing(Entry::due).thenComparing(Entry::ticketKey);
    private static final Comparator<Entry> BY_PLACE =
            Comparator.comparing(Entry::place).thenComparing(Entry::ticketKey);

    private record Entry(String ticketKey, Instant due, Instant place) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> asleep = new TreeSet<>(BY_DUE);
    private final TreeSet<Entry> ready = new TreeSet<>(BY_PLACE);

    /** Puts the ticket where its state says, which is nowhere if it wants no turn. */
    void put(TicketState state) {
        String ticketKey = state.identity().ticketKey();
        Entry old = entries.remove(ticketKey);
        if (old != null) {
            asleep.remove(old);
            ready.remove(old);
        }
        Instant due = state.due();
        if (due != null) {
            Entry entry = new Entry(ticketKey, due, state.urgent() ? due.minus(HEAD_START) : due);
            entries.put(ticketKey, entry);
            asleep.add(entry);
        }
    }

    /** The ticket whose turn it is; it stays in the queue until its state says otherwise. */
    Optional<String> first(Instant now) {
        while (!asleep.isEmpty() && !asleep.first().due().isAfter(now)) {
            ready.add(asleep.pollFirst());
        }
        return ready.isEmpty() ? Optional.empty() : Optional.of(ready.first().ticketKey());
    }

    /** How many wait for a turn, now or later. */
    int size() {
        return entries.size();
    }

    /** How long the one has waited that has waited longest; zero if nobody's time has come. */
    Duration oldest(Instant now) {
        return entries.values().stream()
                .map(Entry::due)
                .min(Comparator.naturalOrder())
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }
}
