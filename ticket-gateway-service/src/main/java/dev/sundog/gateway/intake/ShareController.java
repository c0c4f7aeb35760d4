package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.EventDefaults;
import dev.sundog.gateway.format.EventKind;
import dev.sundog.gateway.format.Reading;
import dev.sundog.gateway.format.ShareFormat;
import dev.sundog.gateway.intake.JsonBody.Item;
import dev.sundog.gateway.problem.FieldError;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.source.HttpSenders;
import dev.sundog.gateway.source.Sender;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the wish that a recommendation become a ticket because a person asks for it. It goes the way of every event. */
@RestController
final class ShareController {

    private final HttpIntake http;
    private final EventIntake intake;
    private final HttpAnswers answers;
    private final InstantSource time;

    ShareController(HttpIntake http, EventIntake intake, HttpAnswers answers, InstantSource time) {
        this.http = http;
        this.intake = intake;
        this.answers = answers;
        this.time = time;
    }

    @PostMapping(
            path = "/v1/recommendations/{id}:share",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeAnswer>> share(@PathVariable String id, ServerWebExchange exchange) {
        var sender = HttpSenders.of(exchange);
        return http.answer(exchange.getRequest(), false, body -> switch (body) {
            case JsonBody.One(var item) ->
                answers.one(
                        EventKind.RECOMMENDATION,
                        intake.take(sender, List.of(read(id, item, sender))).getFirst());
            case JsonBody.Many _ ->
                throw new HttpProblemException(Problem.invalid(List.of(new FieldError("", "must be an object"))));
        });
    }

    private Reading read(String id, Item item, Sender sender) {
        long allowed = http.maxEvent();
        if (item.bytes() > allowed) {
            return new Reading.Oversized(item.bytes(), allowed);
        }
        var defaults = new EventDefaults(
                sender.onlySource(), time.instant(), () -> UUID.randomUUID().toString());
        return ShareFormat.read(item.value(), id, defaults);
    }
}
