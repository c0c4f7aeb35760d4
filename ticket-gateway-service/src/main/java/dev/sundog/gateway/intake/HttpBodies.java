package dev.sundog.gateway.intake;

import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads bodies into memory: none beyond its limit, all together not beyond theirs, and no longer than a time. */
final class HttpBodies {

    private final Limits limits;
    private final Room room;

    HttpBodies(Limits limits, Room room) {
        this.limits = limits;
        this.room = room;
    }

    /** How much is read. */
    Limits limits() {
        return limits;
    }

    /**
     * How much is read.
     *
     * @param one bytes of a body that is one event
     * @param many bytes of a body that holds several
     * @param within time for a body to arrive
     */
    record Limits(long one, long many, Duration within) {}

    /**
     * Reads a body and uses it; its bytes count as held until the use has ended.
     *
     * @param severalInOne true if a body that is no array may hold several events, too
     */
    <T> Mono<T> read(ServerHttpRequest request, boolean severalInOne, Function<byte[], Mono<T>> use) {
        long announced = request.getHeaders().getContentLength();
        if (announced > limits.many()) {
            return Mono.error(tooLarge(limits.many()));
        }
        return Mono.using(
                () -> new Body(severalInOne),
                body -> request.getBody()
                        .doOnNext(body::add)
                        .then()
                        .timeout(limits.within())
                        .onErrorMap(TimeoutException.class, _ -> late())
                        .then(Mono.defer(() -> use.apply(body.bytes.toByteArray()))),
                Body::close);
    }

    /** A body as far as it has arrived. */
    private final class Body {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final boolean severalInOne;
        private long taken;
        private boolean begun;
        private long limit = limits.many();

        private Body(boolean severalInOne) {
            this.severalInOne = severalInOne;
        }

        private void add(DataBuffer buffer) {
            try {
                int length = buffer.readableByteCount();
                if (!begun) {
                    chooseLimit(buffer);
                }
                if (taken + length > limit) {
                    throw tooLarge(limit);
                }
                if (!room.tryTake(length)) {
                    throw new HttpProblemException(Problem.passing(
                            ProblemType.BUSY, "Too much is being sent at once.", Duration.ofSeconds(1)));
                }
                taken += length;
                var part = new byte[length];
                buffer.read(part);
                bytes.write(part, 0, length);
            } finally {
                DataBufferUtils.release(buffer);
            }
        }

        // The first character tells an array from an object, long before the body is complete.
        private void chooseLimit(DataBuffer buffer) {
            for (int i = buffer.readPosition(); i < buffer.writePosition(); i++) {
                byte next = buffer.getByte(i);
                if (next > ' ' || next < 0) {
                    begun = true;
                    limit = next == '[' || severalInOne ? limits.many() : limits.one();
                    return;
                }
            }
        }

        private void close() {
            room.giveBack(taken);
        }
    }

    private static HttpProblemException tooLarge(long limit) {
        return new HttpProblemException(Problem.of(
                ProblemType.TOO_LARGE, "The body has more than " + limit + " bytes; send less in one request."));
    }

    private static HttpProblemException late() {
        return new HttpProblemException(
                Problem.of(ProblemType.TIMEOUT, "The body was not complete in time; send it in one go."));
    }
}
