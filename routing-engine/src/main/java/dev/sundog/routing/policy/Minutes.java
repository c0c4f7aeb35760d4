package dev.sundog.routing.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what the rules of one policy said about one event. Used by one thread. */
public final class Minutes implements Witness {

    private final List<RuleTrace> heard = new ArrayList<>();

    @Override
    public void heard(RuleTrace trace) {
        heard.add(trace);
    }

    /** One line for each rule of the policy, in its order; none without a policy. */
    public List<RuleTrace> of(@Nullable Policy policy) {
        if (policy == null) {
            return List.of();
        }
        var all = new ArrayList<>(heard);
        // Rules are asked in their order, so those that nobody heard of are the last ones.
        policy.rules().stream()
                .skip(heard.size())
                .map(rule -> RuleTrace.of(rule, RuleTrace.Said.NOT_REACHED, null))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
