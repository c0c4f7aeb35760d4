package dev.sundog.local.chaos.isolation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What the healthy connections did in one round.
 *
 * @param sick whether sick connections took part
 * @param waits from accepted to ticket, the shortest first
 */
public record Round(boolean sick, List<Duration> waits) {

    public Round {
        waits = waits.stream().sorted(Comparator.naturalOrder()).toList();
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("a round without a single ticket says nothing");
        }
    }

    public Duration median() {
        return quantile(0.5);
    }

    /** What all but one of a hundred stay below. */
    public Duration p99() {
        return quantile(0.99);
    }

    private Duration quantile(double share) {
        return waits.get((int) Math.min(waits.size() - 1L, Math.round(Math.floor(waits.size() * share))));
    }
}
