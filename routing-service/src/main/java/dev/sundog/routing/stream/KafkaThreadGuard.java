package dev.sundog.routing.stream;

import dev.sundog.routing.meters.RoutingMeters;
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
 * service says that it is no longer alive.
 */
final class KafkaThreadGuard implements StreamsUncaughtExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaThreadGuard.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int DEATHS = 10;

    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final RoutingMeters meters;
    private final InstantSource clock;
    private boolean givenUp;

    KafkaThreadGuard(RoutingMeters meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        meters.threadDied();
        if (!passing(fault)) {
            var now = clock.instant();
            deaths.addLast(now);
            while (deaths.getFirst().isBefore(now.minus(WINDOW))) {
                deaths.removeFirst();
            }
            givenUp = deaths.size() >= DEATHS;
        }
        LOGGER.atError().addKeyValue("givenUp", givenUp).setCause(fault).log("stream thread died");
        return givenUp ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** True when threads died too often and are no longer replaced. */
    synchronized boolean givenUp() {
        return givenUp;
    }

    private static boolean passing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
