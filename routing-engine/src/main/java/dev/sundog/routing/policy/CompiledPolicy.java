package dev.sundog.routing.policy;

import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.Expression;
import dev.sundog.routing.expression.Facts;
import dev.sundog.routing.expression.Setting;
import dev.sundog.routing.expression.ValueType;
import dev.sundog.routing.expression.WorkCalendar;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy that is ready to be asked. Safe from any thread. */
final class CompiledPolicy {

    private final Policy policy;
    private final Setting setting;
    private final CelExpressions expressions;
    private final List<Line> lines;

    CompiledPolicy(Policy policy) {
        this.policy = policy;
        setting = new Setting(policy.lookups(), new WorkCalendar(policy.businessHours()));
        expressions = new CelExpressions(setting);
        lines = policy.rules().stream()
                .map(rule -> new Line(rule, condition(rule.when())))
                .toList();
    }

    private CompiledPolicy(Policy policy, CompiledPolicy same) {
        this.policy = policy;
        setting = same.setting;
        expressions = same.expressions;
        lines = same.lines;
    }

    Policy policy() {
        return policy;
    }

    Setting setting() {
        return setting;
    }

    List<Line> lines() {
        return lines;
    }

    /** True for the very object that was compiled. */
    @SuppressWarnings("ReferenceEquality") // Asked for every event; equality would walk over all rules.
    boolean isOf(Policy other) {
        return policy == other;
    }

    /** The same, for an object that is equal. */
    CompiledPolicy as(Policy other) {
        return new CompiledPolicy(other, this);
    }

    Filled fill(TicketTemplate fields, Facts facts) {
        return ComputedFields.fill(fields, expressions, facts);
    }

    private @Nullable Expression condition(@Nullable String when) {
        return when == null || when.isBlank() ? null : expressions.compile(when, ValueType.TRUTH);
    }

    /**
     * A rule.
     *
     * @param when its condition; every event where absent
     */
    record Line(Rule rule, @Nullable Expression when) {}
}
