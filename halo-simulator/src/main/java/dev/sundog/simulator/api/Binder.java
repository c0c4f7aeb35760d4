package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldCatalog;
import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a POST as Halo does: an array, names in any case, unknown ones ignored, wrong types refused. */
final class Binder {

    /** What a body came to. */
    sealed interface Bound {

        /** The elements, names as Halo spells them. */
        record Elements(List<Map<String, Object>> values) implements Bound {

            public Elements {
                values = List.copyOf(values);
            }
        }

        /** Halo does not take it. */
        record Refused(Answer answer) implements Bound {}
    }

    private Binder() {}

    static Bound bind(String schema, Body body) {
        return switch (body) {
            case Body.Json(List<?> list) -> elements(schema, list);
            case Body.Json(Object value) -> refused("", notAnArray(schema, value instanceof Map));
            case Body.Unreadable(String reason) -> refused("", reason);
            case Body.None() -> refused("", "A non-empty request body is required.");
            case Body.Form _, Body.Foreign _ -> new Bound.Refused(Answer.empty(415));
        };
    }

    private static Bound elements(String schema, List<?> list) {
        List<Map<String, Object>> values = new ArrayList<>();
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> element) {
                values.add(element(schema, element, path, errors));
            } else {
                errors.put(path, List.of("Error converting value " + list.get(i) + ". Path '" + path + "'."));
            }
        }
        if (errors.isEmpty()) {
            return new Bound.Elements(values);
        }
        return new Bound.Refused(Answer.json(400, errors));
    }

    private static Map<String, Object> element(
            String schema, Map<?, ?> element, String path, Map<String, List<String>> errors) {
        Map<String, Object> values = new LinkedHashMap<>();
        element.forEach((name, value) -> FieldCatalog.halo()
                .find(schema, String.valueOf(name))
                .ifPresent(field -> {
                    if (value instanceof String text && text.isBlank() && field.type() != FieldType.TEXT) {
                        return;
                    }
                    Optional<Object> read = field.type().read(value);
                    if (read.isPresent()) {
                        values.put(field.name(), read.get());
                    } else {
                        String at = path + "." + name;
                        errors.put(at, List.of(complaint(value, field.type(), at)));
                    }
                }));
        return values;
    }

    private static String complaint(Object value, FieldType type, String path) {
        return switch (value) {
            case String text -> "Could not convert string to %s: %s. Path '%s'.".formatted(type.word(), text, path);
            case Number number ->
                "Input string '%s' is not a valid %s. Path '%s'.".formatted(number, type.word(), path);
            default ->
                "Unexpected character encountered while parsing value: %s. Path '%s'."
                        .formatted(value.toString().charAt(0), path);
        };
    }

    private static String notAnArray(String schema, boolean object) {
        return """
                Cannot deserialize the current JSON %s into type 'System.Collections.Generic.List`1[%s]' because the type \
                requires a JSON array (e.g. [1,2,3]) to deserialize correctly.""".formatted(object ? "object (e.g. {\"name\":\"value\"})" : "value", schema);
    }

    private static Bound refused(String path, String complaint) {
        return new Bound.Refused(Answer.json(400, Map.of(path, List.of(complaint))));
    }
}
