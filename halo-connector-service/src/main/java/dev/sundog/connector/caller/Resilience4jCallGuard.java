package dev.sundog.connector.caller;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** The guard with Resilience4j. A breaker that is open ends a call as not sent; half open lets a single one through. */
final class Resilience4jCallGuard implements CallGuard, AutoCloseable {

    private static final int WINDOW = 10;
    private static final int LEAST = 5;
    private static final float FAILURES_PERCENT = 80;
    private static final Duration OPEN = Duration.ofSeconds(10);

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(LEAST)
            .failureRateThreshold(FAILURES_PERCENT)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(1)
            .build());
    private final BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
            .maxConcurrentCalls(1)
            .maxWaitDuration(Duration.ZERO)
            .build());
    private final TimeLimiter limiter;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("halo-", 0).factory());

    Resilience4jCallGuard(Duration callTimeout) {
        this.limiter = TimeLimiter.of(callTimeout);
    }

    @Override
    public Answer<List<FoundTicket>> run(
            String connectionId, Sending sending, Callable<Answer<List<FoundTicket>>> exchange) {
        Bulkhead bulkhead = bulkheads.bulkhead(connectionId);
        if (!bulkhead.tryAcquirePermission()) {
            return notSent("another call to this connection is still out");
        }
        try {
            return behindBreaker(breakers.circuitBreaker(connectionId), sending, exchange);
        } finally {
            bulkhead.onComplete();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private Answer<List<FoundTicket>> behindBreaker(
            CircuitBreaker breaker, Sending sending, Callable<Answer<List<FoundTicket>>> exchange) {
        if (!breaker.tryAcquirePermission()) {
            return notSent("the breaker is open: the last calls to this connection failed");
        }
        long start = breaker.getCurrentTimestamp();
        Answer<List<FoundTicket>> answer = limited(sending, exchange);
        long took = breaker.getCurrentTimestamp() - start;
        if (isFailure(answer)) {
            breaker.onError(took, breaker.getTimestampUnit(), new IllegalStateException("no answer"));
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
        return answer;
    }

    private Answer<List<FoundTicket>> limited(Sending sending, Callable<Answer<List<FoundTicket>>> exchange) {
        try {
            return limiter.executeFutureSupplier(() -> threads.submit(exchange));
        } catch (TimeoutException late) {
            return sending.sentAt() == null
                    ? notSent("no connection in time")
                    : new Answer.Ended<>(new CallEnd.Unknown("no answer in time"), null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Ended<>(new CallEnd.Unknown("interrupted"), null);
        } catch (Exception bug) {
            return sending.sentAt() == null
                    ? notSent("internal error: " + bug)
                    : new Answer.Ended<>(new CallEnd.Unknown("internal error: " + bug), null);
        }
    }

    /** What says that Halo is not well. A refusal, however firm, says that it is. */
    private static boolean isFailure(Answer<List<FoundTicket>> answer) {
        return answer instanceof Answer.Ended<List<FoundTicket>> ended
                && (ended.end() instanceof CallEnd.Unknown || ended.end() instanceof CallEnd.NotSent);
    }

    private static Answer<List<FoundTicket>> notSent(String detail) {
        return new Answer.Ended<>(new CallEnd.NotSent(detail), null);
    }
}
