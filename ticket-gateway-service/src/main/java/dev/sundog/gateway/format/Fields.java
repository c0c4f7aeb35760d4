package dev.sundog.gateway.format;

import dev.sundog.gateway.problem.FieldError;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes every error. A wrong required field reads as a placeholder, so that reading can
 * go on to the next error; whoever reads asks {@link Errors#isEmpty()} before using anything. JSON's null counts as absent.
 */
final class Fields {

    private final Map<?, ?> object;
    private final String pointer;
    private final Errors errors;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Map<?, ?> object, String pointer, Errors errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Errors found so far, in the order of reading. */
    static final class Errors {

        private final List<FieldError> found = new ArrayList<>();

        boolean isEmpty() {
            return found.isEmpty();
        }

        void add(String pointer, String detail) {
            if (found.size() < Limits.ERRORS) {
                found.add(new FieldError(pointer, detail));
            }
        }

        List<FieldError> list() {
            return List.copyOf(found);
        }
    }

    /** Starts reading; anything but an object is an error and reads as an empty one. */
    static Optional<Fields> of(@Nullable Object json, String pointer, Errors errors) {
        if (json instanceof Map<?, ?> object) {
            return Optional.of(new Fields(object, pointer, errors));
        }
        errors.add(pointer, "must be an object");
        return Optional.empty();
    }

    /** A required text in one line. */
    String line(String name, int max) {
        return optionalLine(name, max).orElseGet(() -> missing(name, ""));
    }

    /** A text in one line. */
    Optional<String> optionalLine(String name, int max) {
        return text(name, text -> Texts.faultInLine(text, max));
    }

    /** A text that may have several lines. */
    @Nullable
    String lines(String name, int max) {
        return text(name, text -> Texts.faultInLines(text, max)).orElse(null);
    }

    /** A required address. */
    String url(String name) {
        return text(name, Texts::faultInUrl).orElseGet(() -> missing(name, ""));
    }

    /** An address. */
    @Nullable
    String optionalUrl(String name) {
        return text(name, Texts::faultInUrl).orElse(null);
    }

    /** A required word of a list; reads as the list's first where it is wrong. */
    <E extends Enum<E>> E word(String name, Class<E> words) {
        var all = words.getEnumConstants();
        var text = text(name, _ -> Optional.empty());
        if (text.isEmpty()) {
            return missing(name, all[0]);
        }
        for (var word : all) {
            if (word.name().equals(text.get())) {
                return word;
            }
        }
        var allowed = Stream.of(all).map(Enum::name).collect(Collectors.joining(", "));
        wrong(name, "unknown value " + Texts.line(text.get(), 50) + "; allowed: " + allowed);
        return all[0];
    }

    /** A moment. */
    Optional<Instant> moment(String name) {
        return text(name, _ -> Optional.empty()).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                wrong(name, "must be a date and time with an offset (ISO 8601), for example 2026-11-21T10:15:30Z");
                return Optional.empty();
            }
        });
    }

    /** Texts by name, each tested for what the function finds wrong with it. */
    Map<String, String> texts(String name, int max, Function<String, Optional<String>> fault) {
        var value = value(name);
        var entries = value == null
                ? Optional.<Fields>empty()
                : Fields.of(value, at(name), errors).filter(fields -> fits(name, fields.object.size(), max));
        var texts = new LinkedHashMap<String, String>();
        entries.ifPresent(fields -> fields.object.keySet().stream()
                .map(String::valueOf)
                .forEach(key -> fields.text(key, fault).ifPresent(text -> texts.put(key, text))));
        return texts;
    }

    /** The objects of an array, each read by the function. */
    <T> List<T> objects(String name, int max, Function<Fields, T> read) {
        var value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            wrong(name, "must be an array");
            return List.of();
        }
        if (!fits(name, items.size(), max)) {
            return List.of();
        }
        var found = new ArrayList<T>();
        for (int i = 0; i < items.size(); i++) {
            Fields.of(items.get(i), at(name) + "/" + i, errors).map(read).ifPresent(found::add);
        }
        return found;
    }

    /** One object, read by the function. */
    <T> @Nullable T object(String name, Function<Fields, T> read) {
        var value = value(name);
        return value == null
                ? null
                : Fields.of(value, at(name), errors).map(read).orElse(null);
    }

    /** The value as it came; null where it is absent. */
    @Nullable
    Object value(String name) {
        asked.add(name);
        return object.get(name);
    }

    /** Notes an error in a field. */
    void wrong(String name, String detail) {
        errors.add(at(name), detail);
    }

    /** Notes every field that was never asked for: a misspelt name would otherwise be lost without a word. */
    void refuseOthers() {
        for (var name : object.keySet()) {
            if (name instanceof String text && !asked.contains(text)) {
                wrong(Texts.cut(text, Limits.ID), "unknown field; allowed: " + String.join(", ", asked));
            }
        }
    }

    /** Notes that a required field is missing, unless something else is known to be wrong with it. */
    <T> T missing(String name, T placeholder) {
        if (object.get(name) == null) {
            wrong(name, "is required");
        }
        return placeholder;
    }

    private boolean fits(String name, int entries, int max) {
        if (entries > max) {
            wrong(name, "has " + entries + " entries; allowed: " + max);
        }
        return entries <= max;
    }

    private Optional<String> text(String name, Function<String, Optional<String>> fault) {
        var value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            wrong(name, "must be a text");
            return Optional.empty();
        }
        var found = fault.apply(text);
        found.ifPresent(detail -> wrong(name, detail));
        return found.isPresent() ? Optional.empty() : Optional.of(text);
    }

    private String at(String name) {
        return FieldError.pointer(pointer, name);
    }
}
