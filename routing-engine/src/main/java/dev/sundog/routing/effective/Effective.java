package dev.sundog.routing.effective;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one organization.
 *
 * @param waits why events of the organization wait instead of becoming tickets; absent where they do not
 * @param values each value that is set somewhere, in the order of their names
 */
public record Effective(
        String organizationId, String tenantId, @Nullable String waits, List<Value> values) {

    public Effective {
        values = List.copyOf(values);
    }

    /**
     * One value and where it comes from.
     *
     * @param value as text; of a computed one, the expression
     * @param computed true where an expression gives it, so that it depends on the event
     * @param from where it was set
     * @param rules ids of the rules of the policy that set it for the events they match; they count before connection and policy
     *     and after the organizations
     */
    public record Value(String field, String value, boolean computed, Origin from, List<String> rules) {
        public Value {
            rules = List.copyOf(rules);
        }
    }

    /** A place of the configuration. */
    public record Origin(Place place, String id) {}

    /** The sorts of places, the widest first. */
    public enum Place {
        /** The connection. */
        CONNECTION,
        /** The fields that a policy sets where no rule does. */
        POLICY,
        /** Rules alone: nothing is set where none of them matches. */
        RULES,
        /** The organization itself or one above it. */
        ORGANIZATION
    }
}
