package dev.sundog.routing.stream;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Headers;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DraftDifference;
import dev.sundog.delivery.ParkedEvent;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.decision.TicketWriter;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.wire.AvroConfigurationReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on a driver without a broker, with a registry in this JVM. */
final class RoutingTopology implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-21T21:00:00Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final Serializer<SpecificRecord> serializer = serializer();

    RoutingTopology(Path state, int partitions) {
        this(state, partitions, tables -> tables);
    }

    RoutingTopology(Path state, int partitions, UnaryOperator<Configuration> seen) {
        this(state, partitions, seen, Duration.ZERO, 100);
    }

    RoutingTopology(
            Path state, int partitions, UnaryOperator<Configuration> seen, Duration parkedWithin, int releaseBatch) {
        var router = new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
        var tables = new ConfigurationTables();
        var routingMeters = new RoutingMeters(meters);
        var patience = new KafkaPatience(Duration.ofMillis(200), InstantSource.system());
        var parts = new KafkaParts(
                router,
                seen.apply(tables),
                RoutingTopology::deserializer,
                RoutingTopology::serializer,
                patience,
                routingMeters,
                "",
                partitions,
                parkedWithin,
                releaseBatch);
        var builder = new StreamsBuilder();
        new KafkaConfigurationFeed(tables, new AvroConfigurationReader(deserializer()), patience, routingMeters, "")
                .addTo(builder);
        var bytes = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        new KafkaTopology(parts)
                .connect(
                        builder.stream(Topics.ALERTS.name(), bytes),
                        builder.stream(Topics.RECOMMENDATIONS.name(), bytes),
                        builder.stream(Topics.PARKING_COMMANDS.name(), bytes));
        driver = new TopologyTestDriver(builder.build(), properties(state), START);
    }

    void send(Topic topic, String key, SpecificRecord value) {
        sendBytes(topic, key, value == null ? null : serializer.serialize(topic.name(), value));
    }

    void sendBytes(Topic topic, String key, byte[] value) {
        input(topic).pipeInput(new TestRecord<>(key == null ? null : key.getBytes(), value, START));
    }

    /** Sends an alert as the gateway does for a sender whose tenant it knows. */
    void sendFrom(String tenantId, SpecificRecord alert) {
        var headers = new RecordHeaders().add(Headers.TENANT, tenantId.getBytes());
        input(Topics.ALERTS)
                .pipeInput(new TestRecord<>(null, serializer.serialize(Topics.ALERTS.name(), alert), headers, START));
    }

    KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    byte[] encoded(Topic topic, SpecificRecord value) {
        return serializer.serialize(topic.name(), value);
    }

    /** Lets the parked events have their turns. */
    void turn() {
        driver.advanceWallClockTime(Duration.ofMillis(500));
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<RoutingDecision> decisions() {
        return this.<RoutingDecision>read(Topics.ROUTING_DECISIONS).stream()
                .map(TestRecord::value)
                .toList();
    }

    List<TicketRequest> requests() {
        return this.<TicketRequest>read(Topics.TICKET_REQUESTS).stream()
                .map(TestRecord::value)
                .toList();
    }

    List<DraftDifference> differences() {
        return this.<DraftDifference>read(Topics.ROUTING_DIFFERENCES).stream()
                .map(TestRecord::value)
                .toList();
    }

    List<TestRecord<String, ParkedEvent>> parked() {
        return read(Topics.PARKED_EVENTS);
    }

    /** The keys of the records that went to their home partition. */
    List<String> detours() {
        return driver
                .createOutputTopic(
                        "routing-by-organization-repartition", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(TestRecord::key)
                .toList();
    }

    KeyValueStore<Bytes, byte[]> parkedStore() {
        return driver.getKeyValueStore(KafkaParkedStore.NAME);
    }

    List<TestRecord<byte[], byte[]>> deadLetters(Topic topic) {
        return driver.createOutputTopic(
                        topic.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    @SuppressWarnings("unchecked")
    private <T> List<TestRecord<String, T>> read(Topic topic) {
        return driver.createOutputTopic(
                        topic.name(), new StringDeserializer(), (Deserializer<T>) (Deserializer<?>) deserializer())
                .readRecordsToList();
    }

    static Serializer<SpecificRecord> serializer() {
        var serializer = new ConfluentAvroSerializer<SpecificRecord>();
        serializer.configure(Map.of("schema.registry.url", "mock://routing", "auto.register.schemas", true), false);
        return serializer;
    }

    static Deserializer<? extends SpecificRecord> deserializer() {
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(Map.of("schema.registry.url", "mock://routing", "specific.avro.reader", true), false);
        return deserializer;
    }

    private static Properties properties(Path state) {
        var properties = new Properties();
        properties.put("application.id", "routing");
        properties.put("bootstrap.servers", "none:1");
        properties.put("state.dir", state.toString());
        properties.put("processing.guarantee", "exactly_once_v2");
        properties.put("processing.exception.handler", KafkaFaultHandler.class.getName());
        properties.put("rocksdb.config.setter", KafkaBoundedRocksDb.class.getName());
        return properties;
    }
}
