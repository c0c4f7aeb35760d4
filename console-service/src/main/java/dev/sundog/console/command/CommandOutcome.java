package dev.sundog.console.command;

import dev.sundog.console.problem.FieldError;
import java.util.List;

/** What came of a command. */
sealed interface CommandOutcome {

    /** It is on its way to delivery, which may still refuse it. */
    record Taken(String commandId, String ticketKey, CommandKind kind) implements CommandOutcome {}

    /** The key belongs to no connection. */
    record UnknownTicket() implements CommandOutcome {}

    /** What was sent with it is wrong. */
    record Invalid(List<FieldError> errors) implements CommandOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
