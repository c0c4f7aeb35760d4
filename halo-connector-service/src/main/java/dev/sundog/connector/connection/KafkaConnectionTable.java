package dev.sundog.connector.connection;

import dev.sundog.avro.RegistryUnavailableException;
import dev.sundog.configuration.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads {@code connections-v1} from its beginning and follows it. No group: every instance knows every connection.
 *
 * <p>Starts before the lifecycle and the caller, and does not return from its start before it has read what was there.
 * A connection that cannot be read keeps its last good version.
 */
final class KafkaConnectionTable implements ConnectionDirectory, SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaConnectionTable.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<Connection> values;
    private final Duration patience;
    private final Map<String, HaloConnection> connections = new ConcurrentHashMap<>();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private @Nullable Thread reader;

    KafkaConnectionTable(
            String topic,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<Connection> values,
            Duration patience) {
        this.topic = topic;
        this.consumers = consumers;
        this.values = values;
        this.patience = patience;
    }

    @Override
    public Optional<HaloConnection> find(String connectionId) {
        return Optional.ofNullable(connections.get(connectionId));
    }

    @Override
    public Collection<String> ids() {
        return Collections.unmodifiableSet(connections.keySet());
    }

    @Override
    public void start() {
        running = true;
        reader = Thread.ofPlatform().name("connections").daemon().start(this::read);
        try {
            if (!loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                stop();
                throw new IllegalStateException(
                        "could not read " + topic + " within " + patience + ": is the broker there, and the topic?");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + topic, interrupted);
        }
        LOGGER.atInfo().addKeyValue("connections", connections.size()).log("connections loaded");
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (reader != null && !reader.join(GOODBYE)) {
                LOGGER.warn("the reader of connections is still busy; it ends with the process");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override // before everything that calls Halo
    public int getPhase() {
        return 0;
    }

    private void read() {
        while (running) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException stopped) {
                return;
            } catch (RuntimeException broken) {
                if (!running) {
                    return;
                }
                LOGGER.atWarn()
                        .addKeyValue("topic", topic)
                        .setCause(broken)
                        .log("reading the connections begins again");
                LockSupport.parkNanos(POLL.toNanos());
            } finally {
                current = null;
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic " + topic + " does not exist");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        while (running) {
            consumer.poll(loaded.getCount() == 0 ? POLL : Duration.ofMillis(50)).forEach(this::take);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                loaded.countDown();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        String id = new String(message.key(), StandardCharsets.UTF_8);
        if (message.value() == null) {
            connections.remove(id);
            return;
        }
        try {
            connections.put(id, AvroConnections.read(decode(message)));
        } catch (SerializationException | IllegalArgumentException unreadable) {
            LOGGER.atError()
                    .addKeyValue("connectionId", id)
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("a connection cannot be read; its last good version stays");
        }
    }

    private Connection decode(ConsumerRecord<byte[], byte[]> message) {
        while (true) {
            try {
                return values.deserialize(topic, message.headers(), message.value());
            } catch (RegistryUnavailableException away) {
                LOGGER.atWarn().addKeyValue("reason", away.getMessage()).log("the schema registry is away");
                LockSupport.parkNanos(POLL.toNanos());
                if (!running) {
                    throw away;
                }
            }
        }
    }
}
