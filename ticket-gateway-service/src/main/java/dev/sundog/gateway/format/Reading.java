package dev.sundog.gateway.format;

import dev.sundog.gateway.problem.FieldError;
import java.util.List;

/** What reading one event came to. */
public sealed interface Reading {

    /** The event can be understood. */
    record Understood(Event event) implements Reading {}

    /** The event is too long to be read at all. */
    record Oversized(long bytes, long allowed) implements Reading {}

    /** The event cannot be understood; every error is listed, at most 100. */
    record Faulty(List<FieldError> errors) implements Reading {

        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
