package dev.sundog.console.draft;

import dev.sundog.console.configuration.Stored;
import dev.sundog.console.problem.FieldError;
import java.util.List;

/** How a wish about a draft ended. Each case is an expected answer. */
sealed interface DraftOutcome {

    /** The draft is kept. */
    record Kept(Draft draft) implements DraftOutcome {}

    /** The policy is now so, or was already. */
    record Published(Stored policy) implements DraftOutcome {}

    /** There is no such thing. */
    record Unknown(String detail) implements DraftOutcome {}

    /** The document is wrong. */
    record Invalid(List<FieldError> errors) implements DraftOutcome {

        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** The policy was changed since, so publishing would undo that change. */
    record Overtaken(String detail) implements DraftOutcome {}
}
