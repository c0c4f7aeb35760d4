package dev.sundog.local.chaos;

import java.time.Duration;

/**
 * The parts of a run.
 *
 * @param calm at its begin and at its end, without faults
 * @param faults between the two
 */
record Phases(Duration calm, Duration faults) {

    private static final Duration LONGEST_CALM = Duration.ofSeconds(30);

    /** A sixth of the time is calm at either end, at most half a minute. */
    static Phases of(Duration length) {
        Duration sixth = length.dividedBy(6);
        Duration calm = sixth.compareTo(LONGEST_CALM) < 0 ? sixth : LONGEST_CALM;
        return new Phases(calm, length.minus(calm.multipliedBy(2)));
    }

    Duration endOfFaults() {
        return calm.plus(faults);
    }
}
