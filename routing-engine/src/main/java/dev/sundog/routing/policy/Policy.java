package dev.sundog.routing.policy;

import java.util.List;

/** A tenant's ordered rules; the first that matches decides. */
public record Policy(String id, String tenantId, long version, List<Rule> rules) {

    public Policy {
        rules = List.copyOf(rules);
    }
}
