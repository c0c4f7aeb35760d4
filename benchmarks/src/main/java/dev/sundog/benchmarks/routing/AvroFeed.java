package dev.sundog.benchmarks.routing;

import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.benchmarks.house.House;
import dev.sundog.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to the topics of a house, as the control plane and the gateway do. Closing it waits until all are written, and
 * fails where one was not.
 */
final class AvroFeed implements AutoCloseable {

    private final ConfluentAvroSerializer<SpecificRecord> serializer = new ConfluentAvroSerializer<>();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;

    AvroFeed(House house) {
        serializer.configure(Map.of("schema.registry.url", house.registryUrl(), "auto.register.schemas", false), false);
        producer = house.kafka().producer();
    }

    void send(Topic topic, String key, SpecificRecord value) {
        var record = new ProducerRecord<byte[], byte[]>(
                topic.name(), key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic.name(), value));
        var _ = producer.send(record, (_, fault) -> {
            if (fault != null) {
                failed.compareAndSet(null, fault);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
        var fault = failed.get();
        if (fault != null) {
            throw new IllegalStateException("a record was not written", fault);
        }
    }
}
