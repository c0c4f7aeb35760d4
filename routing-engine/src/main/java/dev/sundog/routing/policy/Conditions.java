package dev.sundog.routing.policy;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Condition.Answer;
import dev.sundog.routing.policy.Condition.Facts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions outside of policies, in the same words and checked in the same way. Safe from any thread. */
public final class Conditions {

    private final CelConditions conditions = new CelConditions();

    /** A condition that is ready to be asked. Safe from any thread. */
    public interface Test {

        /** True when it holds; false when it does not or cannot be asked about this event. */
        boolean holds(Event event, Organization organization);
    }

    /** Makes a condition ready; one that is absent always holds, one that cannot be compiled never does. */
    public Test compile(@Nullable String when) {
        var condition = conditions.compile(when);
        return (event, organization) -> condition.ask(new Facts(event, organization)) instanceof Answer.Yes;
    }

    /** Why a condition cannot be compiled; empty for one that can. */
    public Optional<String> refusal(@Nullable String when) {
        return conditions.refusal(when);
    }
}
