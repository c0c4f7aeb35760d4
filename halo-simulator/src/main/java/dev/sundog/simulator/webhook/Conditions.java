package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Conditions of a notification: each names a field of the ticket and the number or the text that it must be. What other
 * types of condition mean is not known, so each is read as this one.
 */
final class Conditions {

    private Conditions() {}

    static boolean hold(Row notification, Map<String, Object> ticket) {
        List<?> conditions = notification.value("conditions") instanceof List<?> list ? list : List.of();
        return conditions.stream().allMatch(one -> !(one instanceof Map<?, ?> condition) || holds(condition, ticket));
    }

    private static boolean holds(Map<?, ?> condition, Map<String, Object> ticket) {
        Object actual = ticket.get(String.valueOf(condition.get("fieldname")));
        Object text = condition.get("value_string");
        if (text instanceof String wanted && !wanted.isEmpty()) {
            return wanted.equalsIgnoreCase(String.valueOf(actual));
        }
        return Objects.equals(condition.get("value_int"), actual);
    }
}
