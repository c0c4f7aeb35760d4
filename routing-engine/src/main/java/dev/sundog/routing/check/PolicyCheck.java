package dev.sundog.routing.check;

import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.Setting;
import dev.sundog.routing.expression.ValueType;
import dev.sundog.routing.expression.WorkCalendar;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a policy before it is saved. A policy without findings can be asked about any sound event. Pure; safe
 * from any thread.
 */
public final class PolicyCheck {

    private static final Pattern TABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int MOST_ENTRIES = 10_000;

    /** Everything that is wrong, in the policy's order; empty for a policy that may be saved. */
    public List<Finding> check(Policy policy) {
        var findings = new Findings();
        check(policy, findings);
        var shadow = policy.shadow();
        if (shadow != null) {
            check(shadow, findings.at("/shadow"));
        }
        return findings.toList();
    }

    private static void check(Policy policy, Findings findings) {
        tables(policy, findings.at("/lookups"));
        var calendar = new WorkCalendar(policy.businessHours());
        calendar.problems().forEach(findings.at("/businessHours")::add);
        var expressions = new CelExpressions(new Setting(policy.lookups(), calendar));
        TemplateFindings.of(policy.defaults(), expressions, findings.at("/defaults"));
        for (int i = 0; i < policy.rules().size(); i++) {
            var rule = policy.rules().get(i);
            rule(rule, expressions, findings.at("/rules/" + i).about("rule " + rule.name() + ": "));
        }
    }

    private static void rule(Rule rule, CelExpressions expressions, Findings findings) {
        var when = rule.when();
        if (when != null && !when.isBlank()) {
            expressions.compile(when, ValueType.TRUTH).refusal().ifPresent(why -> findings.add("/when", why));
        }
        TemplateFindings.of(rule.then(), expressions, findings.at("/then"));
    }

    private static void tables(Policy policy, Findings findings) {
        policy.lookups().forEach((name, table) -> {
            if (!TABLE.matcher(name).matches()) {
                findings.add(Findings.member(name), "a table's name must match " + TABLE.pattern());
            }
            if (table.size() > MOST_ENTRIES) {
                findings.add(Findings.member(name), "has " + table.size() + " entries; at most " + MOST_ENTRIES);
            }
        });
    }
}
