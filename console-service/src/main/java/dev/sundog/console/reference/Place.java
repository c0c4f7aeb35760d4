package dev.sundog.console.reference;

import dev.sundog.console.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of a document, and where it is.
 *
 * @param at JSON pointer to it
 * @param fields of it; empty where the document does not have it
 */
record Place(String at, Map<?, ?> fields) {

    /** A whole document. */
    static Place of(Map<?, ?> document) {
        return new Place("", document);
    }

    String pointer(Object member) {
        return FieldErrors.pointer(at, member);
    }

    Place part(String field) {
        return new Place(pointer(field), fields.get(field) instanceof Map<?, ?> map ? map : Map.of());
    }

    Optional<Long> number(String field) {
        return fields.get(field) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    Optional<String> text(String field) {
        return fields.get(field) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    List<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }

    /** The members of a list of objects. */
    List<Place> parts(String field) {
        var list = list(field);
        var inside = pointer(field);
        return IntStream.range(0, list.size())
                .mapToObj(index -> new Place(
                        FieldErrors.pointer(inside, index), list.get(index) instanceof Map<?, ?> map ? map : Map.of()))
                .toList();
    }
}
