package dev.sundog.local.chaos;

import static java.util.stream.Collectors.joining;

import dev.sundog.local.chaos.check.Figures.Wait;
import dev.sundog.local.chaos.check.Invariant;
import dev.sundog.local.chaos.check.Violation;
import dev.sundog.local.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what a run came to: figures first, then each invariant, then the evidence against those that do not hold. */
final class Report {

    private static final int MOST_LINES = 12;

    private final Terminal terminal;

    Report(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Outcome outcome) {
        figures(outcome);
        waits(outcome);
        terminal.line();
        terminal.line("invariants");
        for (Invariant invariant : Invariant.values()) {
            var against = outcome.violations().stream()
                    .filter(violation -> violation.invariant() == invariant)
                    .toList();
            terminal.line("  %-4s %s%s"
                    .formatted(
                            against.isEmpty() ? "ok" : "NO",
                            invariant.words(),
                            against.isEmpty() ? "" : ": " + against.size() + " times not"));
            against.stream().limit(MOST_LINES).forEach(this::violation);
            if (against.size() > MOST_LINES) {
                terminal.line("         … and %d more".formatted(against.size() - MOST_LINES));
            }
        }
    }

    private void figures(Outcome outcome) {
        var figures = outcome.figures();
        terminal.line();
        terminal.line("figures");
        line("struck", words(outcome.struck()));
        line(
                "sent",
                "%d times for %d accepted events; %d of them lie twice or more in their topic"
                        .formatted(outcome.tries(), figures.accepted(), figures.copies()));
        long inFlight = figures.fates().getOrDefault("IN_FLIGHT", 0L);
        line(
                "balance",
                "%d accepted = %s + in flight %d".formatted(figures.accepted(), sum(figures.fates()), inFlight));
        line(
                "Halo",
                "%d tickets of %d lasting matters, %d of them open"
                        .formatted(figures.tickets(), figures.keys(), figures.openTickets()));
        long calls =
                figures.calls().values().stream().mapToLong(Long::longValue).sum();
        long forNew = figures.calls().getOrDefault("CREATE_TICKET", 0L)
                + figures.calls().getOrDefault("FIND_TICKET", 0L);
        line(
                "calls",
                String.format(
                        Locale.ROOT,
                        "%d, %.2f creates and look-ups for each new ticket (%s)",
                        calls,
                        forNew / (double) Math.max(1, figures.tickets()),
                        words(figures.calls())));
        line("ends of calls", words(figures.results()));
        line(
                "drained",
                String.format(
                        Locale.ROOT,
                        "%.1f s after the last event",
                        outcome.drain().toMillis() / 1000.0));
    }

    private void waits(Outcome outcome) {
        Instant firstFault = outcome.began().plus(outcome.phases().calm());
        line(
                "event to ticket",
                "before the faults %s; during them %s; after them %s"
                        .formatted(
                                quantiles(outcome, Instant.MIN, firstFault),
                                quantiles(outcome, firstFault, outcome.healed()),
                                quantiles(outcome, outcome.healed(), Instant.MAX)));
    }

    private static String quantiles(Outcome outcome, Instant from, Instant to) {
        List<Duration> waits = outcome.figures().waits().stream()
                .filter(wait ->
                        !wait.accepted().isBefore(from) && wait.accepted().isBefore(to))
                .map(Wait::length)
                .sorted()
                .toList();
        return waits.isEmpty()
                ? "none"
                : "p50 %d ms, p99 %d ms (%d)"
                        .formatted(
                                waits.get(waits.size() / 2).toMillis(),
                                waits.get(waits.size() * 99 / 100).toMillis(),
                                waits.size());
    }

    private void violation(Violation violation) {
        terminal.line("         " + violation);
    }

    private void line(String name, String text) {
        terminal.line("  %-16s %s".formatted(name, text));
    }

    private static String sum(Map<String, Long> fates) {
        return new TreeMap<>(fates)
                .entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("IN_FLIGHT"))
                        .map(entry ->
                                entry.getKey().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + entry.getValue())
                        .collect(joining(" + "));
    }

    private static String words(Map<String, ? extends Number> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(joining(", "));
    }
}
