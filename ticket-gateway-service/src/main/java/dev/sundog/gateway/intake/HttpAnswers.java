package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.EventKind;
import dev.sundog.gateway.intake.IntakeAnswer.Result;
import dev.sundog.gateway.intake.IntakeAnswer.Several;
import dev.sundog.gateway.intake.IntakeAnswer.Single;
import dev.sundog.gateway.intake.IntakeOutcome.Accepted;
import dev.sundog.gateway.intake.IntakeOutcome.Forbidden;
import dev.sundog.gateway.intake.IntakeOutcome.Invalid;
import dev.sundog.gateway.intake.IntakeOutcome.TooLarge;
import dev.sundog.gateway.intake.IntakeOutcome.Unavailable;
import dev.sundog.gateway.meters.GatewayMeters;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemBody;
import dev.sundog.gateway.problem.ProblemType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** Turns outcomes into answers and counts them. What refuses a whole request is thrown, and counted where it is answered. */
final class HttpAnswers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final GatewayMeters meters;

    HttpAnswers(GatewayMeters meters) {
        this.meters = meters;
    }

    /** Events cannot be stored. */
    static Problem unavailable() {
        return Problem.passing(
                ProblemType.UNAVAILABLE,
                "Nothing has to change: send the same again, with the same event id.",
                RETRY_AFTER);
    }

    /** Answers one event. */
    ResponseEntity<IntakeAnswer> one(EventKind kind, IntakeOutcome outcome) {
        if (outcome instanceof Accepted(var eventId)) {
            meters.accepted(kind.tag());
            var url = statusUrl(eventId);
            return ResponseEntity.accepted().location(URI.create(url)).body(new Single(eventId, url));
        }
        throw new HttpProblemException(problem(outcome));
    }

    /** Answers an array: 202 if all are accepted, 503 if none could be stored, 207 otherwise. */
    ResponseEntity<IntakeAnswer> several(EventKind kind, List<IntakeOutcome> outcomes) {
        if (outcomes.stream().allMatch(outcome -> outcome instanceof Unavailable)) {
            throw new HttpProblemException(unavailable().refusing(outcomes.size()));
        }
        return listed(kind, outcomes);
    }

    /**
     * Answers a group of Alertmanager, which reads nothing but the status: 5xx makes it send the whole group again, which is
     * right if any alert could not be stored and harmless for the others; 4xx would lose the good alerts with the bad.
     */
    ResponseEntity<IntakeAnswer> group(List<IntakeOutcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome instanceof Unavailable)) {
            throw new HttpProblemException(unavailable().refusing(outcomes.size()));
        }
        return listed(EventKind.ALERT, outcomes);
    }

    private ResponseEntity<IntakeAnswer> listed(EventKind kind, List<IntakeOutcome> outcomes) {
        var results = new ArrayList<Result>();
        for (int i = 0; i < outcomes.size(); i++) {
            results.add(result(kind, i, outcomes.get(i)));
        }
        long accepted =
                results.stream().filter(result -> result.problem() == null).count();
        var status = accepted == results.size() ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS;
        return ResponseEntity.status(status).body(new Several(accepted, results.size() - accepted, results));
    }

    private Result result(EventKind kind, int index, IntakeOutcome outcome) {
        if (outcome instanceof Accepted(var eventId)) {
            meters.accepted(kind.tag());
            return new Result(index, HttpStatus.ACCEPTED.value(), eventId, statusUrl(eventId), null);
        }
        var problem = problem(outcome);
        meters.refused(problem.type().tag(), 1);
        return new Result(index, problem.type().status(), null, null, ProblemBody.of(problem, null));
    }

    private static Problem problem(IntakeOutcome outcome) {
        return switch (outcome) {
            case Invalid(var errors) -> Problem.invalid(errors);
            case Forbidden(var detail) -> Problem.of(ProblemType.FORBIDDEN, detail);
            case TooLarge(var detail) -> Problem.of(ProblemType.TOO_LARGE, detail);
            case Unavailable() -> unavailable();
            case Accepted _ -> throw new IllegalArgumentException("accepted is no problem");
        };
    }

    private static String statusUrl(String eventId) {
        return "/v1/events/" + UriUtils.encode(eventId, "UTF-8");
    }
}
