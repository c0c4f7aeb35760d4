package dev.sundog.connector.storm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The matters of one storm's ticket. Kept in memory only and made anew from the tickets at each start. */
public final class Matters {

    private final Map<String, Matter> byKey = new HashMap<>();
    private final TreeSet<Matter> byWeight = new TreeSet<>(Matter.BY_WEIGHT);
    private final TreeSet<Matter> untold = new TreeSet<>(Matter.BY_AGE);
    private int lasting;

    /**
     * Replaces what is known of the matter.
     *
     * @param told true: its sources know the storm's ticket
     * @return true if people would see a difference
     */
    public boolean put(Matter matter, boolean told) {
        Matter old = byKey.put(matter.ticketKey(), matter);
        forget(old);
        byWeight.add(matter);
        lasting += matter.over() ? 0 : 1;
        if (!told) {
            untold.add(matter);
        }
        return !matter.equals(old);
    }

    /** Forgets a matter; true if it was known. */
    public boolean remove(String ticketKey) {
        Matter old = byKey.remove(ticketKey);
        forget(old);
        return old != null;
    }

    /** The first that have not heard of the storm's ticket, in the order in which they were folded. */
    public List<String> untold(int most) {
        return untold.stream().limit(most).map(Matter::ticketKey).toList();
    }

    /** The heaviest ones: what lasts first, then the worst, then the oldest. */
    public List<Matter> heaviest(int most) {
        return byWeight.stream().limit(most).toList();
    }

    /** The one that gives the storm's ticket its fields. */
    public Optional<Matter> heaviest() {
        return byWeight.isEmpty() ? Optional.empty() : Optional.of(byWeight.first());
    }

    /** How many last. */
    public int lasting() {
        return lasting;
    }

    /** How many there are. */
    public int size() {
        return byKey.size();
    }

    private void forget(@Nullable Matter old) {
        if (old != null) {
            byWeight.remove(old);
            untold.remove(old);
            lasting -= old.over() ? 0 : 1;
        }
    }
}
