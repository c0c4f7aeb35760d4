package dev.sundog.routing.stream;

import dev.sundog.routing.stream.KafkaStep.Away;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology: two topics of events and one of commands in, everything that was decided out.
 *
 * <p>Events of one organization are decided in one partition, its home, whatever partition the producer chose: those that came
 * elsewhere make a detour through a topic of their own. So the order of an organization and its parked events have one place.
 */
final class KafkaTopology {

    private static final String DETOUR = "by-organization";

    private final KafkaParts parts;

    KafkaTopology(KafkaParts parts) {
        this.parts = parts;
    }

    /** Connects the topics. */
    void connect(
            KStream<byte[], byte[]> alerts, KStream<byte[], byte[]> recommendations, KStream<byte[], byte[]> commands) {
        var read = alerts.merge(recommendations, Named.as("events"))
                .merge(commands, Named.as("events-and-commands"))
                .process(() -> intake(false), Named.as("intake"));
        var home = read.filterNot((_, step) -> step instanceof Away, Named.as("at-home"));
        var away = read.filter((_, step) -> step instanceof Away, Named.as("away"))
                .map((_, step) -> detour((Away) step), Named.as("to-home"))
                .repartition(Repartitioned.<byte[], byte[]>as(DETOUR)
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(parts.partitions())
                        .withStreamPartitioner((_, key, _, count) ->
                                Optional.of(Set.of(BuiltInPartitioner.partitionForKey(key, count)))))
                .process(() -> intake(true), Named.as("intake-at-home"));
        home.merge(away, Named.as("all-at-home"))
                .process(new DeciderSupplier(parts), Named.as("decide"))
                .to(
                        (destination, _, _) -> destination.topic(),
                        Produced.with(KafkaDestination.serde(), Serdes.ByteArray(), KafkaDestination.partitioner())
                                .withName("out"));
    }

    private KafkaIntake intake(boolean home) {
        return new KafkaIntake(parts, home);
    }

    private static KeyValue<byte[], byte[]> detour(Away away) {
        return KeyValue.pair(
                away.organizationId().getBytes(StandardCharsets.UTF_8),
                away.raw().bytes());
    }

    /** Makes deciders, each with the stores of its partition. */
    private record DeciderSupplier(KafkaParts parts)
            implements ProcessorSupplier<byte[], KafkaStep, KafkaDestination, byte[]> {

        @Override
        public Processor<byte[], KafkaStep, KafkaDestination, byte[]> get() {
            return new KafkaDecider(parts);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(KafkaParkedStore.builder(), KafkaEndedSilences.builder(), KafkaCommands.builder());
        }
    }
}
