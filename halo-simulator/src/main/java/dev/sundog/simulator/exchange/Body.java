package dev.sundog.simulator.exchange;

import java.util.Map;

/** What a request carried. */
public sealed interface Body {

    /** Nothing. */
    record None() implements Body {}

    /** A form, as the token endpoint wants it. */
    record Form(Map<String, String> fields) implements Body {

        public Form {
            fields = Map.copyOf(fields);
        }
    }

    /** JSON as maps, lists, strings, numbers and booleans; nulls are left out. */
    record Json(Object value) implements Body {}

    /** Declared as JSON, but it is not. */
    record Unreadable(String reason) implements Body {}

    /** A media type that Halo does not take. */
    record Foreign(String mediaType) implements Body {}
}
