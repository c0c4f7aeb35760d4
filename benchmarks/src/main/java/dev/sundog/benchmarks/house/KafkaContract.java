package dev.sundog.benchmarks.house;

import dev.sundog.avro.SchemaRegistryClient;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts the contract's topics and schemas where they belong, and watches how far consumer groups are. */
public final class KafkaContract {

    /** Partitions of each topic that is not configuration. */
    public static final int PARTITIONS = 6;

    private final String bootstrapServers;

    KafkaContract(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** A producer of bytes that fills batches. */
    public KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "linger.ms",
                        20,
                        "batch.size",
                        256 << 10,
                        "compression.type",
                        "lz4",
                        "enable.idempotence",
                        true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** How many records of a topic a group has done with; zero while it has done with none. */
    public long committed(Admin admin, String group, String topic) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(
                        entry -> entry.getValue() == null ? 0 : entry.getValue().offset())
                .sum();
    }

    /** Somebody to ask; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Makes one more topic, with as many partitions as the others. */
    public void createTopic(String name) {
        try (var admin = admin()) {
            answer(admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all());
        }
    }

    boolean brokerAnswers() {
        try (var admin = admin()) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    void createTopics() {
        try (var admin = admin()) {
            answer(admin.createTopics(
                            Topics.all().stream().map(KafkaContract::newTopic).toList())
                    .all());
        }
    }

    boolean registersSchemas(String registryUrl) {
        try {
            var registry = SchemaRegistryClient.create(Map.of("schema.registry.url", registryUrl));
            for (var topic : Topics.all()) {
                topic.value().ifPresent(schema -> registry.register(topic.name() + "-value", schema));
            }
            return true;
        } catch (SerializationException refused) {
            throw new IllegalStateException("the registry refuses a schema", refused);
        } catch (KafkaException notYet) {
            return false;
        }
    }

    private static NewTopic newTopic(Topic topic) {
        var made = new NewTopic(topic.name(), Topics.CONFIGURATION.contains(topic) ? 1 : PARTITIONS, (short) 1);
        return topic.cleanup() == Topic.Cleanup.COMPACT ? made.configs(Map.of("cleanup.policy", "compact")) : made;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not do it: " + e.getMessage(), e);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
