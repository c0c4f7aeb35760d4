package dev.sundog.console.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One configuration object as its JSON says it: text, {@code Long}, {@code Boolean}, lists and maps of them.
 *
 * @param fields never holds null; what is absent is not there
 */
public record Document(Map<String, Object> fields) {

    public Document {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The text of a field; empty where it is absent or no text. */
    public Optional<String> text(String field) {
        return fields.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A text that the document cannot be without. */
    public String requiredText(String field) {
        return text(field).orElseThrow(() -> new IllegalStateException("a stored document lacks " + field));
    }

    Optional<Long> number(String field) {
        return fields.get(field) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    List<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }

    /** A part; empty where the document does not have it. */
    Document part(String field) {
        return of(fields.get(field));
    }

    /** What a member of a list or map holds; empty where that is not an object. */
    public static Document of(@Nullable Object value) {
        var copy = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                if (member != null) {
                    copy.put(String.valueOf(key), member);
                }
            });
        }
        return new Document(copy);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The same with one field set. */
    public Document with(String field, Object value) {
        var copy = new LinkedHashMap<>(fields);
        copy.put(field, value);
        return new Document(copy);
    }

    /** The same without one field. */
    public Document without(String field) {
        var copy = new LinkedHashMap<>(fields);
        copy.remove(field);
        return new Document(copy);
    }

    /** Leaves the values out: one of them may be a secret. */
    @Override
    public String toString() {
        return "Document" + fields.keySet();
    }
}
