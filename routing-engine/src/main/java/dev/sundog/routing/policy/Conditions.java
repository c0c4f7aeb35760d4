package dev.sundog.routing.policy;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.Facts;
import dev.sundog.routing.expression.Outcome;
import dev.sundog.routing.expression.Setting;
import dev.sundog.routing.expression.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions outside of policies, in the same words and checked in the same way. Safe from any thread. */
public final class Conditions {

    private final CelExpressions expressions = new CelExpressions(Setting.NONE);

    /** A condition that is ready to be asked. Safe from any thread. */
    public interface Test {

        /**
         * True when it holds; false when it does not or cannot be asked about this event.
         *
         * @param lineage the organization and those above it, nearest first
         */
        boolean holds(Event event, List<Organization> lineage);
    }

    /** Makes a condition ready; one that is absent always holds, one that cannot be compiled never does. */
    public Test compile(@Nullable String when) {
        if (when == null || when.isBlank()) {
            return (event, lineage) -> true;
        }
        var condition = expressions.compile(when, ValueType.TRUTH);
        return (event, lineage) ->
                condition.evaluate(new Facts(event, lineage, Setting.NONE)).equals(Outcome.YES);
    }

    /** Why a condition cannot be compiled; empty for one that can. */
    public Optional<String> refusal(@Nullable String when) {
        return when == null || when.isBlank()
                ? Optional.empty()
                : expressions.compile(when, ValueType.TRUTH).refusal();
    }
}
