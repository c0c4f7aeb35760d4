package dev.sundog.benchmarks.routing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The baseline, a program of its own: brings bytes from one topic to another, exactly once, 5,000 a transaction, in one thread,
 * and looks at none of them. Runs until it is ended.
 */
final class PassThrough {

    static final String GROUP = "pass-through";
    static final int A_TRANSACTION = 5_000;

    private PassThrough() {}

    /** Expects the bootstrap servers, the topic to read and the topic to write. */
    static void main(String[] args) {
        try (var consumer = consumer(args[0]);
                var producer = producer(args[0])) {
            producer.initTransactions();
            consumer.subscribe(List.of(args[1]));
            while (true) {
                pass(consumer, producer, args[2]);
            }
        }
    }

    private static void pass(
            KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer, String to) {
        var records = consumer.poll(Duration.ofMillis(100));
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (var record : records) {
            // What goes wrong with it, the commit says.
            var _ = producer.send(new ProducerRecord<>(to, record.key(), record.value()));
        }
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>(records.nextOffsets());
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        GROUP,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        A_TRANSACTION,
                        "fetch.min.bytes",
                        1 << 20,
                        "fetch.max.wait.ms",
                        100),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "transactional.id",
                        GROUP,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5,
                        "batch.size",
                        64 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
