package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.AlertmanagerFormat;
import dev.sundog.gateway.format.AlertmanagerFormat.Group;
import dev.sundog.gateway.format.EventDefaults;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import dev.sundog.gateway.source.HttpSenders;
import dev.sundog.gateway.source.Sender;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes groups of alerts as Prometheus Alertmanager's webhook sends them; the path says whom they are about. */
@RestController
final class AlertmanagerController {

    private final HttpIntake http;
    private final EventIntake intake;
    private final HttpAnswers answers;
    private final InstantSource time;

    AlertmanagerController(HttpIntake http, EventIntake intake, HttpAnswers answers, InstantSource time) {
        this.http = http;
        this.intake = intake;
        this.answers = answers;
        this.time = time;
    }

    @PostMapping(
            path = "/v1/alertmanager/{organizationId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeAnswer>> group(@PathVariable String organizationId, ServerWebExchange exchange) {
        var sender = HttpSenders.of(exchange);
        var source = sender.onlySource().orElse(AlertmanagerFormat.SOURCE);
        if (!sender.mayActFor(organizationId)) {
            return forbidden("The key may not send for the organization " + organizationId + ".");
        }
        if (!sender.maySpeakAs(source)) {
            return forbidden("The key may not send as the source " + source + ".");
        }
        return http.answer(exchange.getRequest(), true, body -> take(sender, organizationId, source, body));
    }

    private ResponseEntity<IntakeAnswer> take(Sender sender, String organizationId, String source, JsonBody body) {
        var json = body instanceof JsonBody.One(var item) ? item.value() : null;
        var defaults = new EventDefaults(
                Optional.of(source), time.instant(), () -> UUID.randomUUID().toString());
        return switch (AlertmanagerFormat.read(json, organizationId, defaults)) {
            case Group.NotAGroup(var errors) -> throw new HttpProblemException(Problem.invalid(errors));
            case Group.Alerts(var readings) -> answers.group(intake.take(sender, readings));
        };
    }

    private static Mono<ResponseEntity<IntakeAnswer>> forbidden(String detail) {
        return Mono.error(new HttpProblemException(Problem.of(ProblemType.FORBIDDEN, detail)));
    }
}
