package dev.sundog.console.outbox;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** Sends changes to the compacted topics, what is gone as a record without a value, and commands to theirs. */
final class KafkaChangeSender implements ChangeSender {

    private static final List<Topic> WRITTEN = Stream.concat(
                    Topics.CONFIGURATION.stream(),
                    Stream.of(Topics.TICKET_COMMANDS, Topics.CONNECTION_COMMANDS, Topics.PARKING_COMMANDS))
            .toList();

    private final KafkaOperations<String, Object> kafka;
    private final String prefix;

    KafkaChangeSender(KafkaOperations<String, Object> kafka, String prefix) {
        this.kafka = kafka;
        this.prefix = prefix;
    }

    @Override
    public Future<?> send(Outbox.Change change) {
        var topic = WRITTEN.stream()
                .filter(known -> known.name().equals(change.topic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic that the console writes: " + change.topic()));
        return kafka.send(
                new ProducerRecord<>(topic.name(prefix), partition(topic, change), change.key(), value(topic, change)));
    }

    /** Null lets the key choose. */
    private @Nullable Integer partition(Topic topic, Outbox.Change change) {
        return switch (topic.partitionedBy()) {
            case KEY, PRODUCER -> null;
            case CONNECTION_ID -> partitionOf("connectionId", topic, change);
            case ORGANIZATION_ID -> partitionOf("organizationId", topic, change);
        };
    }

    private int partitionOf(String field, Topic topic, Outbox.Change change) {
        var id = String.valueOf(change.body().orElseThrow().get(field));
        return BuiltInPartitioner.partitionForKey(
                id.getBytes(StandardCharsets.UTF_8),
                kafka.partitionsFor(topic.name(prefix)).size());
    }

    private static @Nullable GenericRecord value(Topic topic, Outbox.Change change) {
        var schema = topic.value().orElseThrow();
        return Optional.ofNullable(change.body().orElse(null))
                .map(body -> AvroConfigurationRecord.of(schema, body))
                .orElse(null);
    }
}
