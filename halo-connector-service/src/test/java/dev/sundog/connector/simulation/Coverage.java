package dev.sundog.connector.simulation;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened. */
final class Coverage {

    private final Map<String, Long> counts = new TreeMap<>();

    void count(String group, String name) {
        counts.merge(group + " " + name, 1L, Long::sum);
    }

    void addAll(Coverage other) {
        other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
    }

    long of(String group, String name) {
        return counts.getOrDefault(group + " " + name, 0L);
    }

    /** The names of one group with their counts. */
    Map<String, Long> group(String group) {
        Map<String, Long> found = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(group + " ")) {
                found.put(name.substring(group.length() + 1), count);
            }
        });
        return found;
    }
}
