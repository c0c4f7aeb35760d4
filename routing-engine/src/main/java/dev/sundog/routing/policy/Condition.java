package dev.sundog.routing.policy;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A compiled condition of a rule. Safe from any thread. */
interface Condition {

    /** Asks the condition. */
    Answer ask(Facts facts);

    /** The facts that the condition reads, by name, as text that is cut where it is long. */
    default SortedMap<String, String> read(Facts facts) {
        return Collections.emptySortedMap();
    }

    /** What conditions see; made ready once for all rules that look at one event. */
    final class Facts {
        private final Event event;
        private final Organization organization;
        private @Nullable Map<String, Object> variables;

        Facts(Event event, Organization organization) {
            this.event = event;
            this.organization = organization;
        }

        Event event() {
            return event;
        }

        Organization organization() {
            return organization;
        }

        /** The variables that the first condition made, for the others. One thread only. */
        Map<String, Object> variables(Supplier<Map<String, Object>> make) {
            var ready = variables;
            if (ready == null) {
                ready = make.get();
                variables = ready;
            }
            return ready;
        }
    }

    /** What a condition says. */
    sealed interface Answer {
        /** The event matches. */
        record Yes() implements Answer {}

        /** The event does not match. */
        record No() implements Answer {}

        /** The condition cannot be asked about this event, or about any. */
        record Broken(String why) implements Answer {}

        Answer YES = new Yes();
        Answer NO = new No();
    }
}
