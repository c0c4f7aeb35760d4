package dev.sundog.routing.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again while the registry is away. The record stays where it is: it is never skipped and never a dead letter for that.
 */
final class KafkaPatience implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaPatience.class);
    private static final long LONGEST_PAUSE = 1_000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration limit;
    private final InstantSource clock;

    /**
     * Waits up to a limit.
     *
     * @param limit longest wait for one record; below the time that the broker keeps a transaction open
     */
    KafkaPatience(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * The result of the first attempt that finds the registry.
     *
     * @throws RetriableException if the limit is over or the service stops; the caller gives the record back
     */
    <T> T insist(Supplier<T> attempt) {
        return insist(attempt, limit);
    }

    /** As {@link #insist(Supplier)} without a limit, for threads that nothing waits for. */
    <T> T insistForGood(Supplier<T> attempt) {
        return insist(attempt, Duration.ofDays(36_500));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private <T> T insist(Supplier<T> attempt, Duration longest) {
        var end = clock.instant().plus(longest);
        for (long pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
            try {
                return attempt.get();
            } catch (RetriableException away) {
                if (!clock.instant().isBefore(end) || stopped(pause)) {
                    throw away;
                }
                LOGGER.atWarn().addKeyValue("reason", away.getMessage()).log("waiting for the schema registry");
            }
        }
    }

    private boolean stopped(long pauseMillis) {
        try {
            return closed.await(pauseMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
