package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.EventDefaults;
import dev.sundog.gateway.format.EventKind;
import dev.sundog.gateway.format.PlainFormat;
import dev.sundog.gateway.format.Reading;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes alerts and recommendations in our own JSON, one or an array. */
@RestController
final class IntakeController {

    private final HttpIntake http;
    private final EventIntake intake;
    private final HttpAnswers answers;
    private final InstantSource time;

    IntakeController(HttpIntake http, EventIntake intake, HttpAnswers answers, InstantSource time) {
        this.http = http;
        this.intake = intake;
        this.answers = answers;
        this.time = time;
    }

    @PostMapping(
            path = "/v1/alerts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeAnswer>> alerts(ServerWebExchange exchange) {
        return answer(exchange, EventKind.ALERT);
    }

    @PostMapping(
            path = "/v1/recommendations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeAnswer>> recommendations(ServerWebExchange exchange) {
        return answer(exchange, EventKind.RECOMMENDATION);
    }

    private Mono<ResponseEntity<IntakeAnswer>> answer(ServerWebExchange exchange, EventKind kind) {
        var sender = HttpSenders.of(exchange);
        return http.answer(exchange.getRequest(), false, body -> switch (body) {
            case JsonBody.One(var item) ->
                answers.one(
                        kind,
                        intake.take(sender, List.of(read(kind, item, sender))).getFirst());
            case JsonBody.Many(var items) -> several(sender, kind, items);
        });
    }

    private ResponseEntity<IntakeAnswer> several(Sender sender, EventKind kind, List<Item> items) {
        if (items.isEmpty()) {
            throw new HttpProblemException(
                    Problem.invalid(List.of(new FieldError("", "must hold at least one event"))));
        }
        var readings = items.stream().map(item -> read(kind, item, sender)).toList();
        return answers.several(kind, intake.take(sender, readings));
    }

    private Reading read(EventKind kind, Item item, Sender sender) {
        long allowed = http.maxEvent();
        if (item.bytes() > allowed) {
            return new Reading.Oversized(item.bytes(), allowed);
        }
        var defaults = new EventDefaults(
                sender.onlySource(), time.instant(), () -> UUID.randomUUID().toString());
        return switch (kind) {
            case ALERT -> PlainFormat.alert(item.value(), defaults);
            case RECOMMENDATION -> PlainFormat.recommendation(item.value(), defaults);
        };
    }
}
