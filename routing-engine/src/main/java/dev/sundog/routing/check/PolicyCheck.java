package dev.sundog.routing.check;

import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what is wrong with a policy before it is saved. A policy without findings can be asked about any sound event. Pure; safe
 * from any thread.
 */
public final class PolicyCheck {

    private final RuleBook ruleBook = new RuleBook();

    /** Everything that is wrong, in the policy's order; empty for a policy that may be saved. */
    public List<Finding> check(Policy policy) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < policy.rules().size(); i++) {
            var rule = policy.rules().get(i);
            var pointer = "/rules/" + i + "/when";
            ruleBook.refusal(rule.when())
                    .ifPresent(why -> findings.add(new Finding(pointer, "rule " + rule.name() + ": " + why)));
        }
        return List.copyOf(findings);
    }
}
