package dev.sundog.local.chaos.isolation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds with sick connections against those without.
 *
 * @param rounds at least one of each
 */
public record Comparison(List<Round> rounds) {

    /** What the design asks for: the p99 of the healthy at most so many times the p99 without the sick. */
    public static final double BUDGET = 1.05;

    public Comparison {
        rounds = List.copyOf(rounds);
        if (rounds.stream().map(Round::sick).distinct().count() != 2) {
            throw new IllegalArgumentException("rounds with and without sick connections are needed");
        }
    }

    /** Median of the p99 with the sick over the median of the p99 without. */
    public double ratio() {
        return (double) median(p99(true)).toNanos() / median(p99(false)).toNanos();
    }

    /** Each p99 with the sick over each without, the least first: how far chance alone could have led the ratio. */
    public List<Double> ratios() {
        return p99(true).stream()
                .flatMap(with -> p99(false).stream().map(without -> (double) with.toNanos() / without.toNanos()))
                .sorted()
                .toList();
    }

    /** Spread of the rounds without the sick: the largest p99 over the least. What the machine does by itself. */
    public double noise() {
        var without = p99(false);
        return (double) without.getLast().toNanos() / without.getFirst().toNanos();
    }

    public Verdict verdict() {
        if (ratio() <= BUDGET) {
            return Verdict.WITHIN;
        }
        // Three of four pairs beyond the budget are more than the noise of a shared machine makes.
        var ratios = ratios();
        return ratios.get(ratios.size() / 4) > BUDGET ? Verdict.BEYOND : Verdict.UNCLEAR;
    }

    /** The p99 of each round of one kind, the least first. */
    public List<Duration> p99(boolean sick) {
        return rounds.stream()
                .filter(round -> round.sick() == sick)
                .map(Round::p99)
                .sorted()
                .toList();
    }

    static Duration median(List<Duration> sorted) {
        var durations = new ArrayList<>(sorted);
        int middle = durations.size() / 2;
        return durations.size() % 2 == 1
                ? durations.get(middle)
                : durations.get(middle - 1).plus(durations.get(middle)).dividedBy(2);
    }

    /** What can be said of the budget. */
    public enum Verdict {
        /** The ratio is within the budget. */
        WITHIN,
        /** The ratio is beyond it, and so are at least three quarters of all pairs of rounds. */
        BEYOND,
        /** The ratio is beyond it, but the rounds differ so much by themselves that it says little. */
        UNCLEAR
    }
}
