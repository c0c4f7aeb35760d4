package dev.sundog.routing;

import static org.awaitility.Awaitility.await;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Headers;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Topics of its own on the test JVM's broker, schemas in its registry, and the service on them as often as it is started. */
final class RoutingOnKafka implements AutoCloseable {

    static final int PARTITIONS = 5;
    static final Duration LONG = Duration.ofSeconds(90);

    final String prefix = "it-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Path state;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ConfluentAvroSerializer<SpecificRecord> serializer = new ConfluentAvroSerializer<>();
    private final ConfluentAvroDeserializer<SpecificRecord> deserializer = new ConfluentAvroDeserializer<>();
    private final Map<Topic, Watched> watched = new HashMap<>();

    private record Watched(KafkaConsumer<byte[], byte[]> consumer, List<ConsumerRecord<byte[], byte[]>> records) {}

    RoutingOnKafka(Path state) {
        this.state = state;
        var registry = Map.of(
                "schema.registry.url", RegistryExtension.registry().url(), "specific.avro.reader", (Object) true);
        serializer.configure(registry, false);
        deserializer.configure(registry, false);
        makeTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaExtension.kafka().bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Starts the service and returns at once; its stream may not run yet. */
    ServletWebServerApplicationContext start(String... more) {
        return (ServletWebServerApplicationContext) SpringApplication.run(
                RoutingApplication.class,
                Stream.concat(Stream.of(more), settings()).toArray(String[]::new));
    }

    /** Waits until its stream runs. */
    ServletWebServerApplicationContext running(ServletWebServerApplicationContext service) {
        await().atMost(LONG)
                .until(() -> get(service, "/actuator/health/readiness").statusCode() == 200);
        return service;
    }

    /** The directory of its stores. */
    Path state() {
        return state.resolve(prefix + "sundog-routing");
    }

    void send(Topic topic, String key, SpecificRecord value) {
        send(topic, key, null, value);
    }

    void send(Topic topic, String key, Integer partition, SpecificRecord value) {
        var name = topic.name(prefix);
        write(new ProducerRecord<>(name, partition, bytes(key), value == null ? null : serialized(topic, value)));
    }

    void sendBytes(Topic topic, String key, Integer partition, byte[] value) {
        write(new ProducerRecord<>(topic.name(prefix), partition, bytes(key), value));
    }

    /** Sends an alert as the gateway does for a sender whose tenant it knows. */
    void sendFrom(String tenantId, SpecificRecord alert) {
        var record = new ProducerRecord<byte[], byte[]>(
                Topics.ALERTS.name(prefix), 3, null, serialized(Topics.ALERTS, alert));
        record.headers().add(Headers.TENANT, tenantId.getBytes());
        write(record);
    }

    /** All committed values of a topic so far, in the order of each partition. Waits for none. */
    <T> List<T> seen(Topic topic, Class<T> type) {
        return seen(topic).stream()
                .map(record -> type.cast(deserializer.deserialize(record.topic(), record.value())))
                .toList();
    }

    /** All committed records of a topic so far, in the order of each partition. Waits for none. */
    List<ConsumerRecord<byte[], byte[]>> seen(Topic topic) {
        var open = watched.computeIfAbsent(topic, this::watch);
        for (var polled = open.consumer().poll(Duration.ofMillis(200));
                !polled.isEmpty();
                polled = open.consumer().poll(Duration.ofMillis(100))) {
            polled.forEach(open.records()::add);
        }
        return List.copyOf(open.records());
    }

    HttpResponse<String> get(ServletWebServerApplicationContext service, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var address =
                    URI.create("http://127.0.0.1:" + service.getWebServer().getPort() + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        watched.values().forEach(open -> open.consumer().close());
        producer.close();
    }

    private Stream<String> settings() {
        return Stream.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + KafkaExtension.kafka().bootstrapServers(),
                "--spring.kafka.properties.schema.registry.url="
                        + RegistryExtension.registry().url(),
                "--sundog.topics.prefix=" + prefix,
                "--sundog.routing.state-dir=" + state);
    }

    private void makeTopics() {
        var topics = Stream.of(
                        Topics.ROUTING,
                        List.of(Topics.ROUTING_DECISIONS, Topics.ROUTING_DIFFERENCES, Topics.TICKET_REQUESTS),
                        Topics.CONFIGURATION,
                        List.of(
                                Topics.ALERTS.deadLetters(),
                                Topics.RECOMMENDATIONS.deadLetters(),
                                Topics.PARKING_COMMANDS.deadLetters()))
                .flatMap(List::stream)
                .toList();
        KafkaExtension.kafka()
                .createTopics(
                        PARTITIONS,
                        topics.stream().map(topic -> topic.name(prefix)).toArray(String[]::new));
        topics.forEach(topic -> topic.value()
                .ifPresent(schema -> RegistryExtension.registry().register(topic.name(prefix) + "-value", schema)));
    }

    private Watched watch(Topic topic) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KafkaExtension.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(prefix), partition))
                .toList());
        return new Watched(consumer, new ArrayList<>());
    }

    private void write(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not take it", failed);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private byte[] serialized(Topic topic, SpecificRecord value) {
        return serializer.serialize(topic.name(prefix), value);
    }

    private static byte[] bytes(String key) {
        return key == null ? null : key.getBytes();
    }
}
