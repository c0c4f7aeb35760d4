package dev.sundog.console.backtest;

import dev.sundog.console.problem.HttpBody;
import dev.sundog.console.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of back-tests: start, look, cancel. */
@RestController
class BacktestController {

    private final BacktestDesk desk;

    BacktestController(BacktestDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/policies/{id}:backtest")
    ResponseEntity<Object> start(@PathVariable String id, InputStream body) throws IOException {
        return switch (desk.start(id, HttpBody.read(body))) {
            case BacktestOutcome.Taken(var job) -> {
                var url = "/api/v1/backtests/" + job;
                yield ResponseEntity.status(HttpStatus.ACCEPTED)
                        .location(URI.create(url))
                        .body(Map.of("id", job, "statusUrl", url));
            }
            case BacktestOutcome.Unknown() -> unknown("there is no policy " + id);
            case BacktestOutcome.Busy() ->
                HttpProblem.answer(
                        HttpStatus.TOO_MANY_REQUESTS, "busy", "enough back-tests wait already; try again later");
        };
    }

    @GetMapping("/api/v1/backtests/{job}")
    ResponseEntity<Object> get(@PathVariable String job) {
        return desk.find(job)
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok(shown(it)))
                .orElseGet(() -> unknown("there is no back-test " + job));
    }

    /** Ends it soon; the answer shows how it stands. */
    @DeleteMapping("/api/v1/backtests/{job}")
    ResponseEntity<Object> cancel(@PathVariable String job) {
        var cancelled = desk.cancel(job);
        return desk.find(job)
                .<ResponseEntity<Object>>map(
                        it -> ResponseEntity.status(cancelled ? HttpStatus.ACCEPTED : HttpStatus.OK)
                                .body(shown(it)))
                .orElseGet(() -> unknown("there is no back-test " + job));
    }

    private static ResponseEntity<Object> unknown(String detail) {
        return HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", detail);
    }

    private static Map<String, @Nullable Object> shown(Backtest backtest) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", backtest.id());
        shown.put("policyId", backtest.policyId());
        shown.put("state", backtest.state());
        shown.put("progress", Map.of("read", backtest.read(), "total", backtest.total()));
        shown.put("requestedAt", backtest.requestedAt());
        shown.put("endedAt", backtest.endedAt());
        shown.put("failure", backtest.failure());
        shown.put("result", backtest.result());
        return shown;
    }
}
