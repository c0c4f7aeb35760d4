package dev.sundog.routing.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Where a record goes: topic, key and what chooses the partition. It is the key's type inside the topology. */
final class KafkaDestination {

    private final String topic;
    private final byte @Nullable [] key;
    private final StreamPartitioner<byte[], byte[]> partition;

    private KafkaDestination(String topic, byte @Nullable [] key, StreamPartitioner<byte[], byte[]> partition) {
        this.topic = topic;
        this.key = key;
        this.partition = partition;
    }

    /** To the partition that the producer gives the key. */
    static KafkaDestination byKey(String topic, String key) {
        return new KafkaDestination(topic, utf8(key), (_, _, _, _) -> Optional.empty());
    }

    /** To the partition that the producer would give another key. */
    static KafkaDestination by(String partitionKey, String topic, String key) {
        return new KafkaDestination(
                topic, utf8(key), (_, _, _, count) -> Optional.of(Set.of(home(partitionKey, count))));
    }

    /** To a partition by its number, or to a lower one where the topic has fewer. */
    static KafkaDestination at(int partition, String topic, byte @Nullable [] key) {
        return new KafkaDestination(topic, key, (_, _, _, count) -> Optional.of(Set.of(partition % count)));
    }

    /** The partition that Kafka's default partitioner gives a key. */
    static int home(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(utf8(key), partitions);
    }

    String topic() {
        return topic;
    }

    /** Writes the key; never reads one, since these topics are only written here. */
    static Serde<KafkaDestination> serde() {
        return Serdes.serdeFrom((_, destination) -> destination.key, (topic, _) -> {
            throw new UnsupportedOperationException("written only: " + topic);
        });
    }

    /** Asks each destination for its partition. */
    static StreamPartitioner<KafkaDestination, byte[]> partitioner() {
        return (topic, destination, value, count) ->
                destination.partition.partitions(topic, destination.key, value, count);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
