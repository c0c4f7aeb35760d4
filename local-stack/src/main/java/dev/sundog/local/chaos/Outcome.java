package dev.sundog.local.chaos;

import dev.sundog.local.chaos.check.Figures;
import dev.sundog.local.chaos.check.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param tries how often products sent anything
 * @param struck what was done to the stack and what happened by itself, counted
 * @param began when the load began, by the clock that records carry
 * @param drain from the end of the load to the moment when nothing was in flight
 */
record Outcome(
        Figures figures,
        List<Violation> violations,
        int tries,
        Map<String, Integer> struck,
        Phases phases,
        Instant began,
        Instant healed,
        Duration drain) {

    Outcome {
        violations = List.copyOf(violations);
        struck = Map.copyOf(struck);
    }
}
