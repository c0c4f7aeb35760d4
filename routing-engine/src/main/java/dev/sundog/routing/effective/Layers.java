package dev.sundog.routing.effective;

import dev.sundog.routing.effective.Effective.Origin;
import dev.sundog.routing.effective.Effective.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as they are laid over one another, from the widest place to the narrowest. For one thread. */
final class Layers {

    private static final String BY_SEVERITY = "priorityBySeverity.";
    private static final String BY_BOTH = "priorityBySeverityAndImpact.";

    private final SortedMap<String, Value> values = new TreeMap<>();

    /** A place sets these fields. */
    void set(Origin from, Map<String, SetFields.Field> fields) {
        if (fields.containsKey("groupBy") || fields.containsKey("groupKey")) {
            values.remove("groupBy");
            values.remove("groupKey");
        }
        fields.keySet().forEach(this::hide);
        fields.forEach((name, field) -> {
            var before = values.get(name);
            values.put(
                    name,
                    new Value(name, field.text(), field.computed(), from, before == null ? List.of() : before.rules()));
        });
    }

    /** A rule sets these fields of the events that it matches. */
    void mayBeSet(String ruleId, Origin rules, Map<String, SetFields.Field> fields) {
        fields.forEach((name, field) -> values.merge(
                name, new Value(name, field.text(), field.computed(), rules, List.of(ruleId)), (before, _) -> {
                    var all = new ArrayList<>(before.rules());
                    all.add(ruleId);
                    return new Value(name, before.value(), before.computed(), before.from(), all);
                }));
    }

    /** The mapping says so; a field that is set counts before it. */
    void mapped(String name, @Nullable Object value, Origin from) {
        if (value != null) {
            values.putIfAbsent(name, new Value(name, String.valueOf(value), false, from, List.of()));
        }
    }

    /** True where a field is set to something else, or by an expression. */
    boolean hasElsewhere(String name, long value) {
        var set = values.get(name);
        return set != null && (set.computed() || !set.value().equals(String.valueOf(value)));
    }

    List<Value> toList() {
        return List.copyOf(values.values());
    }

    /** A narrower priority by severity hides the wider ones by that severity and an impact. */
    private void hide(String name) {
        if (name.startsWith(BY_SEVERITY)) {
            var severity = name.substring(BY_SEVERITY.length());
            values.keySet().removeIf(wider -> wider.startsWith(BY_BOTH + severity + "/"));
        }
    }
}
