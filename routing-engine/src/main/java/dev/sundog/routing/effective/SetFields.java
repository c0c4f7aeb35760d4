package dev.sundog.routing.effective;

import dev.sundog.routing.ticket.CustomField;
import dev.sundog.routing.ticket.TicketTemplate;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one place sets, by name and as text. */
final class SetFields {

    private SetFields() {}

    /** One field; of a computed one, the expression. */
    record Field(String text, boolean computed) {}

    static SortedMap<String, Field> of(TicketTemplate template) {
        var fields = new TreeMap<String, Field>();
        components("", template, fields);
        fields.remove("groupKey");
        if (template.groupKey() != null) {
            fields.put("groupKey", new Field(template.groupKey(), true));
        }
        // Last: an expression counts before the constant beside it.
        template.computed().forEach((name, source) -> fields.put(name, new Field(source, true)));
        return fields;
    }

    // By reflection, so that a field added to the template cannot be forgotten here.
    private static void components(String prefix, Record record, Map<String, Field> fields) {
        for (var component : record.getClass().getRecordComponents()) {
            var value = value(component, record);
            var name = prefix + component.getName();
            if (value instanceof Record part) {
                components(name + ".", part, fields);
            } else if (value != null && !name.equals("computed")) {
                put(name, value, fields);
            }
        }
    }

    private static void put(String name, Object value, Map<String, Field> fields) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, member) -> text(name + "." + key, member, fields));
            case List<?> list
            when name.equals("categories") -> {
                for (int i = 0; i < list.size(); i++) {
                    text(name + "." + (i + 1), list.get(i), fields);
                }
            }
            case List<?> list
            when name.equals("customFields") ->
                list.stream()
                        .map(CustomField.class::cast)
                        .forEach(field -> text(name + "." + field.name(), field.value(), fields));
            case List<?> list ->
                text(name, list.stream().map(String::valueOf).collect(Collectors.joining(", ")), fields);
            default -> text(name, value, fields);
        }
    }

    private static void text(String name, Object value, Map<String, Field> fields) {
        var text = String.valueOf(value);
        if (!text.isEmpty()) {
            fields.put(name, new Field(text, false));
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without an accessor for " + component, e);
        }
    }
}
