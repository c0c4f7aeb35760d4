package dev.sundog.connector.caller;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * The guard with Resilience4j. It has no breaker: the lane, which knows all outcomes of a connection and survives a restart,
 * decides when to stop and when to try again.
 */
final class Resilience4jCallGuard implements CallGuard, AutoCloseable {

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
    public <T> Answer<T> run(String connectionId, Sending sending, Callable<Answer<T>> exchange) {
        Bulkhead bulkhead = bulkheads.bulkhead(connectionId);
        if (!bulkhead.tryAcquirePermission()) {
            return notSent("another call to this connection is still out");
        }
        try {
            return limited(sending, exchange);
        } finally {
            bulkhead.onComplete();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private <T> Answer<T> limited(Sending sending, Callable<Answer<T>> exchange) {
        try {
            return limiter.executeFutureSupplier(() -> threads.submit(exchange));
        } catch (TimeoutException late) {
            return abandoned(sending, "no connection in time", "no answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return abandoned(sending, "interrupted", "interrupted");
        } catch (Exception bug) {
            return abandoned(sending, "internal error: " + bug, "internal error: " + bug);
        }
    }

    /** The exchange may still be at it on its thread, but from here on it sends nothing that it has not begun to send. */
    private static <T> Answer<T> abandoned(Sending sending, String unsent, String sent) {
        return sending.abandon() ? notSent(unsent) : new Answer.Ended<>(new CallEnd.Unknown(sent), null);
    }

    private static <T> Answer<T> notSent(String detail) {
        return new Answer.Ended<>(new CallEnd.NotSent(detail), null);
    }
}
