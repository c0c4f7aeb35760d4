package dev.sundog.connector.caller;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.meters.ConnectorMeters;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes calls from their topic and makes each on a thread of its own, so that no connection waits for another.
 *
 * <p>The offsets are committed before the first call is made: a crash after that leaves calls unmade or unheard of, which the
 * lifecycle finds out by silence, but none made twice.
 */
final class HaloCallListener implements BatchAcknowledgingMessageListener<byte[], byte[]>, SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(HaloCallListener.class);

    /** After the drain time, for the word of calls that were interrupted. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final KafkaCallIntake intake;
    private final HaloCaller caller;
    private final OutcomeSink outcomes;
    private final ConnectorMeters meters;
    private final Duration drainTime;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("call-", 0).factory());
    private volatile boolean running;

    HaloCallListener(
            KafkaCallIntake intake,
            HaloCaller caller,
            OutcomeSink outcomes,
            ConnectorMeters meters,
            Duration drainTime) {
        this.intake = intake;
        this.caller = caller;
        this.outcomes = outcomes;
        this.meters = meters;
        this.drainTime = drainTime;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Acknowledgment acknowledgment) {
        List<Call> calls;
        try {
            calls = intake.read(messages);
            Objects.requireNonNull(acknowledgment, "the container must acknowledge by hand")
                    .acknowledge();
        } catch (RuntimeException notCommitted) {
            // Seek back and poll again. Trying the same batch in place could send calls whose partition is another's by
            // now.
            throw new BatchListenerFailedException("nothing was called, the batch is read again", notCommitted, 0);
        }
        calls.forEach(call -> threads.execute(() -> make(call)));
    }

    /**
     * Calls that are out are waited for, so that their outcomes are told. Those still out after the drain time are interrupted,
     * which makes them unknown, and that is told too if the broker is quick. The container is stopped by then: no call begins.
     * There is no second start.
     */
    @Override
    public void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(drainTime.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.warn("calls are still out; their outcomes will be taken for unknown");
                threads.shutdownNow();
                if (!threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOGGER.warn("outcomes could not be told; the lifecycle takes their silence for unknown");
                }
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops right after the container, while all that a call needs still runs; the threads of HTTP end with phase 0. */
    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE - 1;
    }

    private void make(Call call) {
        try {
            CallOutcome outcome = caller.make(call);
            meters.called(outcome.operation(), outcome.end().label());
            LOGGER.atDebug()
                    .addKeyValue("ticketKey", call.ticketKey())
                    .addKeyValue("callId", call.callId())
                    .addKeyValue("operation", outcome.operation())
                    .addKeyValue("outcome", outcome.end().label())
                    .log("call ended");
            outcomes.tell(outcome);
        } catch (RuntimeException bug) {
            LOGGER.atError().addKeyValue("callId", call.callId()).setCause(bug).log("a call's outcome was lost");
        }
    }
}
