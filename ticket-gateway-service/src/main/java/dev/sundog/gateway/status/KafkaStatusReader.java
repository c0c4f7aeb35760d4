package dev.sundog.gateway.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sundog.contract.Headers;
import dev.sundog.gateway.meters.GatewayMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the topics from event to ticket, all partitions, on a thread of its own and without a group: every gateway knows all.
 *
 * <p>Nothing stops it for good: a broker that is away is asked again every second and followed from where it was left; a registry
 * that is away holds up the record at hand; a record that nobody can read is counted and passed over.
 */
final class KafkaStatusReader implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaStatusReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);

    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final Deserializer<?> deserializer;
    private final Scope scope;
    private final Consumer<StatusFact> facts;
    private final GatewayMeters meters;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    /**
     * What to read.
     *
     * @param lookBack how old the oldest record is that is read at first
     */
    record Scope(List<String> topics, Duration lookBack, InstantSource time) {}

    KafkaStatusReader(
            Supplier<KafkaConsumer<byte[], byte[]>> consumers,
            Deserializer<?> deserializer,
            Scope scope,
            Consumer<StatusFact> facts,
            GatewayMeters meters) {
        this.consumers = consumers;
        this.deserializer = deserializer;
        this.scope = scope;
        this.facts = facts;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        thread = Thread.ofPlatform().daemon().name("status-reader").start(() -> run(stop));
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run(CountDownLatch stop) {
        boolean away = false;
        try {
            do {
                try (var consumer = consumers.get()) {
                    follow(consumer, stop);
                } catch (RuntimeException e) {
                    if (!away) {
                        LOGGER.atWarn()
                                .addKeyValue("reason", e.getClass().getSimpleName())
                                .log("status of events is not followed for now: {}", e.getMessage());
                    }
                    away = true;
                }
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer, CountDownLatch stop) throws InterruptedException {
        var lookAgain = Instant.MIN;
        while (stop.getCount() > 0) {
            var now = scope.time().instant();
            if (now.isAfter(lookAgain)) {
                assign(consumer, now);
                lookAgain = now.plus(LOOK_FOR_PARTITIONS);
            }
            if (consumer.assignment().isEmpty()) {
                lookAgain = Instant.MIN;
                stop.await(1, TimeUnit.SECONDS);
                continue;
            }
            for (var record : consumer.poll(POLL)) {
                read(record, stop);
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private void assign(KafkaConsumer<byte[], byte[]> consumer, Instant now) {
        var partitions = scope.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        if (partitions.equals(consumer.assignment())) {
            return;
        }
        consumer.assign(partitions);
        long from = now.minus(scope.lookBack()).toEpochMilli();
        var starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> from)));
        for (var partition : partitions) {
            var start = starts.get(partition);
            if (positions.containsKey(partition)) {
                consumer.seek(partition, positions.get(partition));
            } else if (start != null) {
                consumer.seek(partition, start.offset());
            } else {
                consumer.seekToEnd(List.of(partition));
            }
            // Where it stands now, for the case that it is found away before the first record.
            positions.put(partition, consumer.position(partition));
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, CountDownLatch stop) throws InterruptedException {
        do {
            try {
                var value = deserializer.deserialize(record.topic(), record.headers(), record.value());
                AvroStatusFacts.fact(value, tenant(record), Instant.ofEpochMilli(record.timestamp()))
                        .ifPresent(facts);
                return;
            } catch (RetriableException e) {
                LOGGER.atDebug().setCause(e).log("registry is away");
            } catch (RuntimeException e) {
                meters.unreadable();
                LOGGER.atDebug().setCause(e).log("record passed over");
                return;
            }
        } while (!stop.await(1, TimeUnit.SECONDS));
        throw new WakeupException();
    }

    private static @Nullable String tenant(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader(Headers.TENANT);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
