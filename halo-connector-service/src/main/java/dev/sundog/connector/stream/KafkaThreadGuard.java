package dev.sundog.connector.stream;

import dev.sundog.connector.meters.StreamMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces stream threads that die. When they die again and again for a cause that waiting does not cure, it gives up, and the
 * service says that it is no longer alive. Safe from any thread.
 */
final class KafkaThreadGuard implements StreamsUncaughtExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaThreadGuard.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int DEATHS = 10;

    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final StreamMeters meters;
    private final InstantSource time;
    private boolean givenUp;

    KafkaThreadGuard(StreamMeters meters, InstantSource time) {
        this.meters = meters;
        this.time = time;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        meters.threadDied();
        if (!passing(fault)) {
            Instant now = time.instant();
            deaths.addLast(now);
            while (deaths.getFirst().isBefore(now.minus(WINDOW))) {
                deaths.removeFirst();
            }
            givenUp = deaths.size() >= DEATHS;
        }
        LOGGER.atError().addKeyValue("givenUp", givenUp).setCause(fault).log("a stream thread died");
        return givenUp ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** True when threads died too often and are no longer replaced. */
    synchronized boolean givenUp() {
        return givenUp;
    }

    /** A broker or a registry that is away comes back; both say so with an exception that may be tried again. */
    private static boolean passing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
