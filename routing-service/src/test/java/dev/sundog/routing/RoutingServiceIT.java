package dev.sundog.routing;

import static dev.sundog.routing.Records.OCCURRED;
import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.recommendation;
import static dev.sundog.routing.SilenceRecords.untilResolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Headers;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.FailureReason;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The whole service on a real broker and a real registry. */
@ExtendWith({KafkaExtension.class, RegistryExtension.class})
class RoutingServiceIT {

    private static final int PARTITIONS = 5;

    private final String prefix = "it-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    @TempDir
    Path state;

    @Test
    void routesParksAndReleasesInOrderWhateverPartitionerTheProducerUses() throws Exception {
        topicsAndSchemas();
        try (var producer = producer()) {
            try (var service = start()) {
                configure(producer);
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(ready(service)).isEqualTo(200));

                assertThat(state.resolve(prefix + "sundog-routing")).isDirectory();
                produce(producer);

                routesTheMappedAndKeepsTheUnreadable();
            }
            try (var again = start()) {
                send(producer, Topics.ORGANIZATIONS, "northwind", null, organization("northwind", 14L));

                releasesInOrderAfterTheRestart();
                assertThat(get(again, "/actuator/prometheus").body())
                        .contains("sundog_routing_decisions_total{outcome=\"routed\"}");
                assertThat(get(again, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void goesOnWhereARestartInterruptedTheReleaseOfASilence() throws Exception {
        topicsAndSchemas();
        try (var producer = producer()) {
            try (var service = start("--sundog.routing.release-batch=5")) {
                configure(producer);
                send(producer, Topics.SILENCES, "known", null, untilResolved("known", OCCURRED));
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(ready(service)).isEqualTo(200));
                for (int number = 0; number < 60; number++) {
                    send(producer, Topics.ALERTS, "any", 3, alert("s" + number, "contoso"));
                }
                // The same names from a sender of another tenant.
                sendFrom(producer, "other-msp", alert("s0", "contoso"));
                assertThat(until(Topics.ROUTING_DECISIONS, 61, RoutingDecision.class))
                        .extracting(RoutingDecision::getOutcome)
                        .containsOnly(DecisionOutcome.PARKED);

                send(producer, Topics.SILENCES, "known", null, null);
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(50))
                        .untilAsserted(
                                () -> assertThat(count(Topics.TICKET_REQUESTS)).isPositive());
            }
            int before = count(Topics.TICKET_REQUESTS);
            try (var again = start("--sundog.routing.release-batch=5")) {
                assertThat(until(Topics.TICKET_REQUESTS, 60, TicketRequest.class))
                        .extracting(TicketRequest::getEventId)
                        .containsExactlyElementsOf(IntStream.range(0, 60)
                                .mapToObj(number -> "s" + number)
                                .toList());
                assertThat(before).isBetween(1, 59);
                assertThat(until(Topics.ROUTING_DECISIONS, 121, RoutingDecision.class))
                        .filteredOn(decision -> "other-msp".equals(decision.getTenantId()))
                        .singleElement()
                        .satisfies(foreign ->
                                assertThat(foreign.getReason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION));
                assertThat(get(again, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            }
        }
    }

    private void configure(KafkaProducer<byte[], byte[]> producer) throws Exception {
        send(producer, Topics.CONNECTIONS, "acme-halo", null, connection(true));
        send(producer, Topics.POLICIES, "acme-policy", null, policy(1));
        send(producer, Topics.ORGANIZATIONS, "contoso", null, organization("contoso", 12L));
    }

    private void produce(KafkaProducer<byte[], byte[]> producer) throws Exception {
        for (int number = 0; number < 20; number++) {
            send(producer, Topics.ALERTS, null, number % PARTITIONS, alert("c" + number, "contoso"));
        }
        for (int number = 0; number < 10; number++) {
            // One partition, as a producer with a partitioner of its own may choose it.
            send(producer, Topics.ALERTS, "any", 3, alert("n" + number, "northwind"));
        }
        send(producer, Topics.RECOMMENDATIONS, null, 1, recommendation("r1", "contoso"));
        producer.send(new ProducerRecord<>(prefix + "alerts-v1", 2, "k".getBytes(), new byte[] {7, 7}))
                .get();
    }

    private void routesTheMappedAndKeepsTheUnreadable() {
        assertThat(until(Topics.ROUTING_DECISIONS, 31, RoutingDecision.class))
                .filteredOn(decision -> decision.getOrganizationId().equals("contoso"))
                .extracting(RoutingDecision::getOutcome)
                .hasSize(21)
                .containsOnly(DecisionOutcome.ROUTED);
        assertThat(until(Topics.ALERTS.deadLetters(), 1)).singleElement().satisfies(dead -> {
            assertThat(dead.partition()).isEqualTo(2);
            assertThat(dead.value()).isEqualTo(new byte[] {7, 7});
            assertThat(new String(dead.headers().lastHeader(Headers.DEAD_TOPIC).value()))
                    .isEqualTo(prefix + "alerts-v1");
        });
    }

    private void releasesInOrderAfterTheRestart() {
        assertThat(until(Topics.TICKET_REQUESTS, 31, TicketRequest.class))
                .filteredOn(request -> request.getOrganizationId().equals("northwind"))
                .extracting(TicketRequest::getEventId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(number -> "n" + number).toList());
        assertThat(until(Topics.TICKET_REQUESTS, 31))
                .extracting(ConsumerRecord::partition)
                .containsOnly(BuiltInPartitioner.partitionForKey("acme-halo".getBytes(), PARTITIONS));
        assertThat(until(Topics.PARKED_EVENTS, 20))
                .filteredOn(parked -> parked.value() == null)
                .hasSize(10);
    }

    private ServletWebServerApplicationContext start(String... more) {
        return (ServletWebServerApplicationContext) SpringApplication.run(
                RoutingApplication.class,
                Stream.concat(Stream.of(more), Stream.of(settings())).toArray(String[]::new));
    }

    private String[] settings() {
        return new String[] {
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + KafkaExtension.kafka().bootstrapServers(),
            "--spring.kafka.properties.schema.registry.url="
                    + RegistryExtension.registry().url(),
            "--sundog.topics.prefix=" + prefix,
            "--sundog.routing.state-dir=" + state
        };
    }

    private void sendFrom(KafkaProducer<byte[], byte[]> producer, String tenantId, SpecificRecord alert)
            throws Exception {
        var name = Topics.ALERTS.name(prefix);
        var record = new ProducerRecord<byte[], byte[]>(name, 3, null, serialized(name, alert));
        record.headers().add(Headers.TENANT, tenantId.getBytes());
        producer.send(record).get();
    }

    private static byte[] serialized(String topic, SpecificRecord value) {
        try (var serializer = new ConfluentAvroSerializer<SpecificRecord>()) {
            serializer.configure(
                    Map.of("schema.registry.url", RegistryExtension.registry().url()), false);
            return value == null ? null : serializer.serialize(topic, value);
        }
    }

    private void topicsAndSchemas() {
        var names = Stream.of(
                        Topics.ROUTING,
                        List.of(Topics.ROUTING_DECISIONS, Topics.ROUTING_DIFFERENCES, Topics.TICKET_REQUESTS),
                        Topics.CONFIGURATION,
                        List.of(
                                Topics.ALERTS.deadLetters(),
                                Topics.RECOMMENDATIONS.deadLetters(),
                                Topics.PARKING_COMMANDS.deadLetters()))
                .flatMap(List::stream)
                .toList();
        names.forEach(topic -> KafkaExtension.kafka().createTopics(PARTITIONS, topic.name(prefix)));
        names.forEach(topic -> topic.value()
                .ifPresent(schema -> RegistryExtension.registry().register(topic.name(prefix) + "-value", schema)));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaExtension.kafka().bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void send(
            KafkaProducer<byte[], byte[]> producer, Topic topic, String key, Integer partition, SpecificRecord value)
            throws Exception {
        try (var keys = new StringSerializer()) {
            var name = topic.name(prefix);
            producer.send(new ProducerRecord<>(name, partition, keys.serialize(name, key), serialized(name, value)))
                    .get();
        }
    }

    private <T> List<T> until(Topic topic, int count, Class<T> type) {
        try (var deserializer = new ConfluentAvroDeserializer<T>()) {
            deserializer.configure(
                    Map.of("schema.registry.url", RegistryExtension.registry().url(), "specific.avro.reader", true),
                    false);
            return until(topic, count).stream()
                    .map(record -> type.cast(deserializer.deserialize(record.topic(), record.value())))
                    .toList();
        }
    }

    /** How many records a topic has so far that were committed, without waiting. */
    private int count(Topic topic) {
        try (var consumer = consumer()) {
            consumer.assign(partitions(topic));
            int found = 0;
            for (var polled = consumer.poll(Duration.ofSeconds(1));
                    !polled.isEmpty();
                    polled = consumer.poll(Duration.ofMillis(300))) {
                found += polled.count();
            }
            return found;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KafkaExtension.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(prefix), partition))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> until(Topic topic, int count) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = consumer()) {
            consumer.assign(partitions(topic));
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                assertThat(records).hasSizeGreaterThanOrEqualTo(count);
            });
            consumer.poll(Duration.ofMillis(500)).forEach(records::add);
        }
        assertThat(records).hasSize(count);
        return records;
    }

    private static int ready(ServletWebServerApplicationContext service) throws Exception {
        return get(service, "/actuator/health/readiness").statusCode();
    }

    private static HttpResponse<String> get(ServletWebServerApplicationContext service, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address =
                    URI.create("http://127.0.0.1:" + service.getWebServer().getPort() + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
