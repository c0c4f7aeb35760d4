package dev.sundog.gateway.notice;

import dev.sundog.gateway.intake.HttpIntake;
import dev.sundog.gateway.intake.JsonBody;
import dev.sundog.gateway.notice.NoticeProperties.Hook;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes what Halo's webhooks say, one notice or a batch of them. Who may is checked before the body is read. */
@RestController
final class NoticeController {

    /** How many notices are safe. */
    record NoticeAnswer(int accepted) {}

    private final HttpIntake http;
    private final HttpHooks hooks;
    private final NoticeLog log;

    NoticeController(HttpIntake http, HttpHooks hooks, NoticeLog log) {
        this.http = http;
        this.hooks = hooks;
        this.log = log;
    }

    @PostMapping(
            path = "/v1/halo/{connectionId}/notices",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<NoticeAnswer>> notices(@PathVariable String connectionId, ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return Mono.fromCallable(() -> hooks.admit(connectionId, authorization))
                .flatMap(hook -> http.answer(exchange.getRequest(), true, body -> take(hook, body)));
    }

    private ResponseEntity<NoticeAnswer> take(Hook hook, JsonBody body) {
        List<JsonBody.Item> items = switch (body) {
            case JsonBody.One(var item) -> List.of(item);
            case JsonBody.Many(var several) -> several;
        };
        List<Notice> notices = new ArrayList<>();
        for (JsonBody.Item item : items) {
            notices.add(NoticeFormat.read(item.value())
                    .orElseThrow(() -> new HttpProblemException(Problem.of(
                            ProblemType.BAD_REQUEST, "A notice must be a JSON object, or an array of such."))));
        }
        if (!log.append(hook, notices)) {
            throw new HttpProblemException(Problem.passing(
                    ProblemType.UNAVAILABLE, "Notices cannot be stored right now.", Duration.ofSeconds(5)));
        }
        return ResponseEntity.accepted().body(new NoticeAnswer(notices.size()));
    }
}
