package dev.sundog.gateway.intake;

import dev.sundog.gateway.problem.HttpProblemException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes a request's body to its answer. Parsing and sending happen on a thread that may block, never on the event loop, and the
 * answer comes in time whatever the broker or the registry does.
 */
public final class HttpIntake {

    private final HttpBodies bodies;
    private final HttpJson json;
    private final Scheduler blocking;
    private final Duration answerWithin;

    HttpIntake(HttpBodies bodies, HttpJson json, Scheduler blocking, Duration answerWithin) {
        this.bodies = bodies;
        this.json = json;
        this.blocking = blocking;
        this.answerWithin = answerWithin;
    }

    /** Bytes of JSON that one event may have. */
    long maxEvent() {
        return bodies.limits().one();
    }

    /**
     * Answers a request.
     *
     * @param severalInOne true if a body that is no array may hold several events, too
     * @param work may block
     */
    public <T> Mono<ResponseEntity<T>> answer(
            ServerHttpRequest request, boolean severalInOne, Function<JsonBody, ResponseEntity<T>> work) {
        return bodies.read(
                request,
                severalInOne,
                bytes -> Mono.fromCallable(() -> ended(() -> work.apply(json.parse(bytes))))
                        .subscribeOn(blocking)
                        .timeout(
                                answerWithin,
                                Mono.just(Mono.error(new HttpProblemException(HttpAnswers.unavailable()))))
                        .flatMap(end -> end));
    }

    // As a value, not as a signal: an error after the timeout would be logged as dropped.
    private static <T> Mono<T> ended(Supplier<T> work) {
        try {
            return Mono.just(work.get());
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }
}
