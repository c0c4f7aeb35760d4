package dev.sundog.console.outbox;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** Sends changes to the compacted topics; what is gone as a record without a value. */
final class KafkaChangeSender implements ChangeSender {

    private final KafkaOperations<String, Object> kafka;
    private final String prefix;

    KafkaChangeSender(KafkaOperations<String, Object> kafka, String prefix) {
        this.kafka = kafka;
        this.prefix = prefix;
    }

    @Override
    public Future<?> send(Outbox.Change change) {
        var topic = Topics.CONFIGURATION.stream()
                .filter(known -> known.name().equals(change.topic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic of configuration: " + change.topic()));
        return kafka.send(topic.name(prefix), change.key(), value(topic, change));
    }

    private static @Nullable GenericRecord value(Topic topic, Outbox.Change change) {
        var schema = topic.value().orElseThrow();
        return Optional.ofNullable(change.body().orElse(null))
                .map(body -> AvroConfigurationRecord.of(schema, body))
                .orElse(null);
    }
}
