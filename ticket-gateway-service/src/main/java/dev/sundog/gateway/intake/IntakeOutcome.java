package dev.sundog.gateway.intake;

import dev.sundog.gateway.problem.FieldError;
import java.util.List;

/** How the intake of one event ended. */
sealed interface IntakeOutcome {

    /** The broker has it. */
    record Accepted(String eventId) implements IntakeOutcome {}

    /** It cannot be understood. */
    record Invalid(List<FieldError> errors) implements IntakeOutcome {

        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** The key does not allow it. */
    record Forbidden(String detail) implements IntakeOutcome {}

    /** It is larger than allowed. */
    record TooLarge(String detail) implements IntakeOutcome {}

    /** It could not be stored; sending it again later is right and safe. */
    record Unavailable() implements IntakeOutcome {}
}
