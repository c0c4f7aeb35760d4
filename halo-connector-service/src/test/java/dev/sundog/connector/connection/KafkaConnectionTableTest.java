package dev.sundog.connector.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.configuration.Connection;
import dev.sundog.configuration.LookupStrategy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaConnectionTableTest {

    private static final String TOPIC = "connections-v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Map<String, Object> REGISTRY = Map.of(
            "schema.registry.url", "mock://connections", "auto.register.schemas", true, "specific.avro.reader", true);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final KafkaConnectionTable table = table(Duration.ofSeconds(20));
    private long offset;

    @AfterEach
    void stop() {
        table.stop();
    }

    @Test
    void knowsEveryConnectionWhenItsStartReturns() {
        written(connection(1), connection(2));

        table.start();

        assertThat(table.find("acme-halo"))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(2));
        assertThat(table.find("nobody")).isEmpty();
    }

    @Test
    void followsChangesAndForgetsWhatIsRemoved() {
        written(connection(1));
        table.start();

        written(new byte[][] {null});

        Awaitility.await().until(() -> table.find("acme-halo").isEmpty());
    }

    @Test
    void keepsTheLastGoodVersionOfWhatItCannotRead() {
        written(connection(1), "no avro".getBytes(StandardCharsets.UTF_8));

        table.start();

        assertThat(table.find("acme-halo")).isPresent();
    }

    @Test
    void closesItsConsumerWhenItStops() {
        written(connection(1));
        table.start();

        table.stop();

        assertThat(consumer.closed()).isTrue();
        assertThat(table.isRunning()).isFalse();
    }

    @Test
    void refusesToStartWhenTheTopicCannotBeReadInTime() {
        KafkaConnectionTable hasty = table(Duration.ofMillis(300));

        assertThatThrownBy(hasty::start).hasMessageContaining(TOPIC);
    }

    private KafkaConnectionTable table(Duration patience) {
        ConfluentAvroDeserializer<Connection> values = new ConfluentAvroDeserializer<>();
        values.configure(REGISTRY, false);
        return new KafkaConnectionTable(TOPIC, () -> consumer, values, patience);
    }

    private void written(byte[]... values) {
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, offset + values.length));
        for (byte[] value : values) {
            ConsumerRecord<byte[], byte[]> message =
                    new ConsumerRecord<>(TOPIC, 0, offset++, "acme-halo".getBytes(StandardCharsets.UTF_8), value);
            consumer.schedulePollTask(() -> consumer.addRecord(message));
        }
    }

    private static byte[] connection(long version) {
        ConfluentAvroSerializer<Connection> values = new ConfluentAvroSerializer<>();
        values.configure(REGISTRY, false);
        return values.serialize(
                TOPIC,
                Connection.newBuilder()
                        .setId("acme-halo")
                        .setTenantId("acme-msp")
                        .setVersion(version)
                        .setResourceServer("https://acme.halopsa.com/")
                        .setAuthorizationServer("https://acme.halopsa.com/auth")
                        .setClientId("client-1")
                        .setClientSecret("sealed")
                        .setScopes(List.of("all"))
                        .setLookupStrategy(LookupStrategy.THIRD_PARTY_ID)
                        .setClosedStatusIds(List.of(9L))
                        .build());
    }
}
