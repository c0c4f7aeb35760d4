package dev.sundog.connector.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Those who are ready for a turn of one urgency. The organizations take turns; within one, the ticket that has waited longest
 * comes first. So a noisy organization delays the others of its connection by one turn at a time.
 */
final class Line {

    static final Comparator<Want> BY_DUE = Comparator.comparing(Want::due).thenComparing(Want::ticketKey);

    private final TreeSet<Want> byDue = new TreeSet<>(BY_DUE);
    private final TreeMap<String, TreeSet<Want>> byOrganization = new TreeMap<>();

    void add(Want want) {
        byDue.add(want);
        byOrganization
                .computeIfAbsent(want.organizationId(), _ -> new TreeSet<>(BY_DUE))
                .add(want);
    }

    void remove(Want want) {
        byDue.remove(want);
        TreeSet<Want> same = byOrganization.get(want.organizationId());
        if (same != null && same.remove(want) && same.isEmpty()) {
            byOrganization.remove(want.organizationId());
        }
    }

    int size() {
        return byDue.size();
    }

    /** How many of one organization are ready. */
    int size(String organizationId) {
        TreeSet<Want> same = byOrganization.get(organizationId);
        return same == null ? 0 : same.size();
    }

    /** The one that has waited longest. */
    Optional<Instant> oldest() {
        return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
    }

    /** The first of the organization that comes after the given one. */
    Optional<Want> next(String lastOrganization) {
        if (byOrganization.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, TreeSet<Want>> next = byOrganization.higherEntry(lastOrganization);
        return Optional.of(
                (next == null ? byOrganization.firstEntry() : next).getValue().first());
    }

    /** Up to so many, one of each organization in turn, from the one that comes after the given one. */
    List<Want> next(String lastOrganization, int most) {
        List<Iterator<Want>> turns = new ArrayList<>();
        byOrganization.tailMap(lastOrganization, false).values().forEach(same -> turns.add(same.iterator()));
        byOrganization.headMap(lastOrganization, true).values().forEach(same -> turns.add(same.iterator()));
        List<Want> chosen = new ArrayList<>();
        while (!turns.isEmpty() && chosen.size() < most) {
            turns.removeIf(same -> !same.hasNext());
            for (Iterator<Want> same : turns) {
                if (same.hasNext() && chosen.size() < most) {
                    chosen.add(same.next());
                }
            }
        }
        return chosen;
    }
}
