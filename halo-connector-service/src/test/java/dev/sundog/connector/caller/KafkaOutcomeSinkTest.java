package dev.sundog.connector.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.KafkaLanePartition;
import dev.sundog.delivery.HaloOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class KafkaOutcomeSinkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final int PARTITIONS = 6;

    private final MockProducer<byte[], byte[]> producer = producer();
    private final KafkaOutcomeSink sink = new KafkaOutcomeSink("", producer, values());

    @Test
    void goesOnTryingUntilTheBrokerHasIt() {
        CompletableFuture<Void> told = CompletableFuture.runAsync(() -> sink.tell(outcome()));

        Awaitility.await().until(() -> producer.errorNext(new TimeoutException("the broker is away")));
        Awaitility.await().until(producer::completeNext);

        told.join();
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void putsTheOutcomeIntoTheConnectionsPartition() {
        CompletableFuture<Void> told = CompletableFuture.runAsync(() -> sink.tell(outcome()));
        Awaitility.await().until(producer::completeNext);
        told.join();

        assertThat(producer.history()).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("halo-outcomes-v1");
            assertThat(message.partition()).isEqualTo(KafkaLanePartition.of("acme-halo", PARTITIONS));
        });
    }

    @Test
    void endsTryingWhenTheServiceStops() {
        CompletableFuture<Void> told = CompletableFuture.runAsync(() -> sink.tell(outcome()));

        Awaitility.await().until(() -> producer.errorNext(new TimeoutException("the broker is away")));
        sink.close();

        told.join();
        assertThat(producer.history()).hasSize(1);
    }

    private static CallOutcome outcome() {
        return new CallOutcome(
                "c1", "key", "acme-msp", "acme-halo", "FIND_TICKET", new CallEnd.Expired(), null, null, NOW, 0);
    }

    private static ConfluentAvroSerializer<HaloOutcome> values() {
        ConfluentAvroSerializer<HaloOutcome> values = new ConfluentAvroSerializer<>();
        values.configure(Map.of("schema.registry.url", "mock://sink", "auto.register.schemas", true), false);
        return values;
    }

    private static MockProducer<byte[], byte[]> producer() {
        Node node = new Node(1, "localhost", 9092);
        Node[] nodes = {node};
        List<PartitionInfo> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionInfo("halo-outcomes-v1", number, node, nodes, nodes))
                .toList();
        Cluster cluster = new Cluster("one", List.of(node), partitions, Set.of(), Set.of());
        return new MockProducer<>(cluster, false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
