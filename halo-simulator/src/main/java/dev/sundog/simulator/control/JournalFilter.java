package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which entries of the journal are wanted. */
final class JournalFilter {

    private static final Map<String, BiPredicate<JournalEntry, String>> PARAMETERS = Map.of(
            "application", (entry, wanted) -> entry.application().equals(wanted),
            "method", (entry, wanted) -> entry.method().equalsIgnoreCase(wanted),
            "operation", (entry, wanted) -> entry.operation().equalsIgnoreCase(wanted),
            "status", (entry, wanted) -> String.valueOf(entry.status()).equals(wanted),
            "answered", (entry, wanted) -> String.valueOf(entry.answered()).equals(wanted),
            "ticket",
                    (entry, wanted) -> entry.tickets().stream()
                            .anyMatch(id -> String.valueOf(id).equals(wanted)),
            "fault", (entry, wanted) -> entry.faults().contains(wanted));
    private static final String LIMIT = "limit";

    private final Predicate<JournalEntry> wanted;
    private final int limit;

    private JournalFilter(Predicate<JournalEntry> wanted, int limit) {
        this.wanted = wanted;
        this.limit = limit;
    }

    /** @throws IllegalArgumentException for a parameter that does not exist, or a limit that is not a number */
    static JournalFilter of(Call call) {
        Predicate<JournalEntry> wanted = _ -> true;
        for (Map.Entry<String, String> one : call.query().entrySet()) {
            BiPredicate<JournalEntry, String> test = PARAMETERS.get(one.getKey());
            if (test != null) {
                wanted = wanted.and(entry -> test.test(entry, one.getValue()));
            } else if (!one.getKey().equals(LIMIT)) {
                Set<String> known = PARAMETERS.keySet();
                throw new IllegalArgumentException(
                        "the journal cannot be filtered by " + one.getKey() + "; known: " + known + ", limit");
            }
        }
        String limit = call.query().getOrDefault(LIMIT, "20000");
        if (!limit.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("limit must be a number: " + limit);
        }
        return new JournalFilter(wanted, Integer.parseInt(limit));
    }

    /** The latest of those that are wanted, the first first. */
    Stream<JournalEntry> apply(List<JournalEntry> entries) {
        List<JournalEntry> found = entries.stream().filter(wanted).toList();
        return found.stream().skip(Math.max(0, found.size() - limit));
    }
}
