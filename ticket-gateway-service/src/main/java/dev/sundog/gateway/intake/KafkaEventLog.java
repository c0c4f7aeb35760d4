package dev.sundog.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.gateway.format.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Keeps events in Kafka. Uses the producer itself: its own words on a failed record would put the event into the log.
 *
 * <p>A producer that cannot be made, unknown topics, a full buffer, a registry that is away: all of it is UNAVAILABLE, and over
 * as soon as the cause is.
 */
final class KafkaEventLog implements EventLog {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaEventLog.class);

    private final ProducerFactory<String, SpecificRecord> producers;
    private final Settings settings;
    private final InstantSource time;
    private final Semaphore waiting;
    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * How to write.
     *
     * @param prefix put before the names of topics
     * @param within longest wait for the broker
     * @param maxWaiting most requests that wait at a time
     */
    record Settings(String prefix, Duration within, int maxWaiting) {}

    KafkaEventLog(ProducerFactory<String, SpecificRecord> producers, Settings settings, InstantSource time) {
        this.producers = producers;
        this.settings = settings;
        this.time = time;
        this.waiting = new Semaphore(settings.maxWaiting());
    }

    @Override
    public List<Written> append(String tenantId, List<Event> events) {
        if (!waiting.tryAcquire()) {
            return Collections.nCopies(events.size(), Written.UNAVAILABLE);
        }
        try {
            long deadline = System.nanoTime() + settings.within().toNanos();
            var sent = send(tenantId, events, deadline);
            return sent.stream().map(future -> await(future, deadline)).toList();
        } finally {
            waiting.release();
        }
    }

    private List<Future<?>> send(String tenantId, List<Event> events, long deadline) {
        var tenant = tenantId.getBytes(UTF_8);
        var sent = new ArrayList<Future<?>>();
        boolean open = true;
        for (var event : events) {
            if (open && System.nanoTime() < deadline) {
                var future = send(tenant, event);
                sent.add(future);
                open = !isUnavailable(future);
            } else {
                sent.add(CompletableFuture.failedFuture(new TimeoutException("not tried after another failed")));
            }
        }
        return sent;
    }

    private Future<?> send(byte[] tenant, Event event) {
        var topic = switch (event) {
            case Event.Alert _ -> Topics.ALERTS;
            case Event.Recommendation _ -> Topics.RECOMMENDATIONS;
        };
        var record = new ProducerRecord<>(
                topic.name(settings.prefix()),
                null,
                time.millis(),
                event.head().organizationId(),
                AvroEvents.record(event));
        record.headers().add(Headers.TENANT, tenant);
        try {
            return producer().send(record);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    // The factory keeps one producer for all and closes it at the end.
    private Producer<String, SpecificRecord> producer() {
        return producers.createProducer();
    }

    private static boolean isUnavailable(Future<?> future) {
        return future.state() == Future.State.FAILED && !(future.exceptionNow() instanceof RecordTooLargeException);
    }

    private Written await(Future<?> future, long deadline) {
        try {
            future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (away.compareAndSet(true, false)) {
                LOGGER.atInfo().log("events can be stored again");
            }
            return Written.SAFE;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RecordTooLargeException ? Written.TOO_LARGE : unavailable(e);
        } catch (TimeoutException e) {
            return unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Written.UNAVAILABLE;
        }
    }

    private Written unavailable(Exception failure) {
        var cause = Objects.requireNonNullElse(failure.getCause(), failure);
        if (away.compareAndSet(false, true)) {
            LOGGER.atWarn()
                    .addKeyValue("reason", cause.getClass().getSimpleName())
                    .log("events cannot be stored: {}", cause.getMessage());
        }
        return Written.UNAVAILABLE;
    }
}
