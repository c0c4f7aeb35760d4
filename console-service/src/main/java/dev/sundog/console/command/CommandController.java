package dev.sundog.console.command;

import dev.sundog.console.problem.HttpProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of commands: {@code POST /api/v1/tickets/{ticketKey}:retry}, the slashes of the key as they are. */
@RestController
class CommandController {

    private final CommandDesk desk;

    CommandController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/tickets/{*target}")
    ResponseEntity<Object> command(
            @PathVariable String target, @RequestBody(required = false) @Nullable Map<String, Object> body) {
        int colon = target.lastIndexOf(':');
        var kind = CommandKind.of(target.substring(colon + 1));
        if (colon < 1 || kind.isEmpty()) {
            return HttpProblem.answer(
                    HttpStatus.NOT_FOUND, "unknown", "a ticket can be told :retry, :discard or :recreate");
        }
        return answer(desk.take(target.substring(1, colon), kind.get(), body == null ? Map.of() : body));
    }

    private static ResponseEntity<Object> answer(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Taken taken ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(taken);
            case CommandOutcome.UnknownTicket() ->
                HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "the ticket key begins with no known connection");
            case CommandOutcome.Invalid invalid -> HttpProblem.answer(invalid.errors());
        };
    }
}
