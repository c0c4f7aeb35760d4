package dev.sundog.console.configuration;

import static dev.sundog.console.problem.FieldErrors.pointer;

import dev.sundog.console.problem.FieldErrors;
import java.util.HashSet;

/** What a policy must hold to. What only the engine understands, it is asked about. */
final class PolicyRules implements Rules {

    @Override
    public Document check(Document policy, References references, FieldErrors errors) {
        Limits.length(policy, "name", 200, "", errors);
        rules(policy, "", errors);
        rules(policy.part("shadow"), "/shadow", errors);
        EngineRules.policy(policy, errors);
        return policy;
    }

    private static void rules(Document policy, String place, FieldErrors errors) {
        var ids = new HashSet<String>();
        var rules = policy.list("rules");
        for (int i = 0; i < rules.size(); i++) {
            var rule = Document.of(rules.get(i));
            var at = pointer(place + "/rules", i);
            rule.text("id").ifPresent(id -> {
                errors.require(Limits.ID.matcher(id).matches(), pointer(at, "id"), "must match " + Limits.ID.pattern());
                errors.require(ids.add(id), pointer(at, "id"), "another rule of this policy has it");
            });
            rule(rule, at, errors);
        }
    }

    private static void rule(Document rule, String at, FieldErrors errors) {
        Limits.length(rule, "name", 200, at, errors);
        Limits.length(rule, "when", 4_000, at, errors);
        Limits.length(rule, "reason", 500, at, errors);
        var action = rule.text("action").orElse("");
        if (action.equals("SUPPRESS") || action.equals("PARK")) {
            errors.require(rule.has("reason"), pointer(at, "reason"), "is required for " + action);
            errors.require(!rule.has("then"), pointer(at, "then"), "is for ROUTE only");
            errors.require(
                    !Boolean.TRUE.equals(rule.fields().get("continue")), pointer(at, "continue"), "is for ROUTE only");
        }
        if (!action.equals("PARK")) {
            errors.require(!rule.has("parkUntil"), pointer(at, "parkUntil"), "is for PARK only");
        }
        TemplateRules.check(rule.part("then"), pointer(at, "then"), errors);
    }
}
