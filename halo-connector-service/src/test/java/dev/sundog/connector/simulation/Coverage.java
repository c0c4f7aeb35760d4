package dev.sundog.connector.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often what happened. */
final class Coverage {

    private final Map<String, Map<String, Long>> groups = new HashMap<>();

    void count(String group, String name) {
        counts(group).merge(name, 1L, Long::sum);
    }

    void addAll(Coverage other) {
        other.groups.forEach(
                (group, counts) -> counts.forEach((name, count) -> counts(group).merge(name, count, Long::sum)));
    }

    /** The names of one group with their counts. */
    SortedMap<String, Long> group(String group) {
        return new TreeMap<>(counts(group));
    }

    private Map<String, Long> counts(String group) {
        return groups.computeIfAbsent(group, _ -> new HashMap<>());
    }
}
