package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldError;
import java.util.List;

/** What came of checking a document that is not saved. */
public sealed interface Checked {

    /** It could be saved. */
    record Sound(Document document) implements Checked {}

    /** It could not. */
    record Faulty(List<FieldError> errors) implements Checked {

        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
