package dev.sundog.routing.decision;

import dev.sundog.routing.policy.RuleTrace;
import java.util.List;

/**
 * A decision with the way to it.
 *
 * @param trace one line for each rule of the policy that was asked, in its order; empty where it never came to that
 */
public record Explanation(Decision decision, List<RuleTrace> trace) {

    public Explanation {
        trace = List.copyOf(trace);
    }
}
