package dev.sundog.gateway.status;

import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import dev.sundog.gateway.source.HttpSenders;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Tells senders what became of their events. */
@RestController
final class EventStatusController {

    private final StatusBook book;

    EventStatusController(StatusBook book) {
        this.book = book;
    }

    @GetMapping(path = "/v1/events/{eventId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EventAnswer> event(@PathVariable String eventId, ServerWebExchange exchange) {
        return book.find(HttpSenders.of(exchange), eventId)
                .map(answer ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer))
                .orElseThrow(() -> new HttpProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "No such event is known here, it is too old, or the key may not see it.")));
    }
}
