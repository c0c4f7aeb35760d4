package dev.sundog.local.chaos;

import dev.sundog.local.chaos.isolation.Comparison;
import dev.sundog.local.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the rounds came to.
 *
 * @param heaps of the connector after the warm-up and after each round, live, in kilobytes
 */
record Isolation(Comparison comparison, List<Long> heaps) {

    Isolation {
        heaps = List.copyOf(heaps);
    }

    void print(Terminal terminal) {
        var ratios = comparison.ratios();
        terminal.line();
        terminal.line("p99 of the healthy without sick connections: " + millis(comparison.p99(false)));
        terminal.line("p99 of the healthy with sick connections:    " + millis(comparison.p99(true)));
        terminal.line(String.format(
                Locale.ROOT,
                "ratio of the medians %.3f (budget %.2f): %s",
                comparison.ratio(),
                Comparison.BUDGET,
                switch (comparison.verdict()) {
                    case WITHIN -> "within";
                    case BEYOND -> "beyond";
                    case UNCLEAR -> "above it, but the rounds differ as much by themselves";
                }));
        terminal.line(String.format(
                Locale.ROOT,
                "how sure: pairs of rounds range from %.2f to %.2f; rounds without sick ones differ by %.2f among themselves",
                ratios.getFirst(),
                ratios.getLast(),
                comparison.noise()));
        terminal.line(String.format(
                Locale.ROOT,
                "connector heap, live: %d kB after the warm-up, %d kB in the end, at most %d kB",
                heaps.getFirst(),
                heaps.getLast(),
                heaps.stream().mapToLong(Long::longValue).max().orElseThrow()));
    }

    private static String millis(List<Duration> durations) {
        return durations.stream().map(each -> each.toMillis() + " ms").collect(Collectors.joining(", "));
    }
}
