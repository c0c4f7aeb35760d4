package dev.sundog.console.mapping;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for exact matches again and again: a new organization, customer or setting needs no signal of its own. */
final class MappingRounds implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(MappingRounds.class);

    private final ExactMatches matches;
    private final ScheduledFuture<?> rounds;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mapping").daemon().factory());

    MappingRounds(ExactMatches matches, Duration interval) {
        this.matches = matches;
        this.rounds = thread.scheduleWithFixedDelay(
                this::round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            matches.apply();
        } catch (RuntimeException failed) {
            LOGGER.atWarn().setCause(failed).log("a round of exact matches failed; the next one tries again");
        }
    }

    @Override
    public void close() {
        rounds.cancel(false);
        thread.shutdown();
    }
}
