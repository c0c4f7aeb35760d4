package dev.sundog.connector;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.configuration.Connection;
import dev.sundog.configuration.LookupStrategy;
import dev.sundog.connector.call.KafkaLanePartition;
import dev.sundog.connector.stream.Requests;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.HaloNotice;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketStatusChanged;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One installation of the topics for a test: writes requests and connections, reads ticket events, starts the service. */
final class ConnectorTopics implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final String prefix;
    private final Path folder;
    private final Aead aead;
    private final KafkaProducer<String, Object> producer;
    private final KafkaConsumer<String, TicketEvent> consumer;
    private final Map<String, Object> reading;
    private final ConfluentAvroDeserializer<Object> anything;
    private final List<TicketEvent> events = new ArrayList<>();

    private ConnectorTopics(String prefix) {
        this.prefix = prefix;
        this.folder = temporary();
        this.aead = keyset();
        Map<String, Object> client = Map.of(
                "bootstrap.servers",
                KafkaExtension.kafka().bootstrapServers(),
                "schema.registry.url",
                RegistryExtension.registry().url(),
                "auto.register.schemas",
                true,
                "specific.avro.reader",
                true);
        ConfluentAvroSerializer<Object> writer = new ConfluentAvroSerializer<>();
        writer.configure(client, false);
        ConfluentAvroDeserializer<TicketEvent> reader = new ConfluentAvroDeserializer<>();
        reader.configure(client, false);
        this.producer = new KafkaProducer<>(client, new StringSerializer(), writer);
        this.anything = new ConfluentAvroDeserializer<>();
        this.anything.configure(client, false);
        this.reading = new HashMap<>(client);
        reading.put("isolation.level", "read_committed");
        this.consumer = new KafkaConsumer<>(reading, new StringDeserializer(), reader);
    }

    static ConnectorTopics create(String prefix) {
        String[] names = Topics.all().stream().map(topic -> topic.name(prefix)).toArray(String[]::new);
        KafkaExtension.kafka().createTopics(PARTITIONS, names);
        for (Topic topic : Topics.all()) {
            topic.value()
                    .ifPresent(schema -> RegistryExtension.registry().register(topic.name(prefix) + "-value", schema));
        }
        ConnectorTopics topics = new ConnectorTopics(prefix);
        List<TopicPartition> partitions = topics.consumer.partitionsFor(Topics.TICKET_EVENTS.name(prefix)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        topics.consumer.assign(partitions);
        topics.consumer.seekToBeginning(partitions);
        return topics;
    }

    ConfigurableApplicationContext start(Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.kafka.bootstrap-servers="
                                + KafkaExtension.kafka().bootstrapServers(),
                        "--spring.kafka.properties.schema.registry.url="
                                + RegistryExtension.registry().url(),
                        "--sundog.topics.prefix=" + prefix,
                        "--sundog.secrets.keyset-file=" + folder.resolve("keyset.json"),
                        "--sundog.halo.allow-loopback=true",
                        "--sundog.delivery.call-timeout=3s",
                        "--sundog.delivery.send-window=5s",
                        "--sundog.delivery.quarantine=4s",
                        "--sundog.delivery.state-dir=" + folder.resolve("state"));
    }

    void connection(String id, URI root) {
        connection(id, root, _ -> {});
    }

    void connection(String id, URI root, Consumer<Connection.Builder> more) {
        Connection.Builder connection = Connection.newBuilder()
                .setId(id)
                .setTenantId("acme-msp")
                .setVersion(1)
                .setResourceServer(root.toString())
                .setAuthorizationServer(root + "/auth")
                .setHaloTenant("acme")
                .setClientId("sundog-local")
                .setClientSecret(sealed("acme-msp/" + id + "/clientSecret"))
                .setScopes(List.of("all"))
                .setLookupStrategy(LookupStrategy.THIRD_PARTY_ID)
                .setReadReference(false)
                .setClosedStatusIds(List.of(8L, 9L));
        more.accept(connection);
        producer.send(new ProducerRecord<>(Topics.CONNECTIONS.name(prefix), id, connection.build()));
        producer.flush();
    }

    void notice(String connectionId, String noticeId, long ticketId) {
        HaloNotice notice = HaloNotice.newBuilder()
                .setNoticeId(noticeId)
                .setTenantId("acme-msp")
                .setConnectionId(connectionId)
                .setReceivedAt(now())
                .setTicketId(ticketId)
                .build();
        int partition = KafkaLanePartition.of(connectionId, PARTITIONS);
        producer.send(new ProducerRecord<>(Topics.HALO_NOTICES.name(prefix), partition, connectionId, notice));
        producer.flush();
    }

    /** The details of that kind of all ticket events about a ticket of Halo's. */
    List<TicketStatusChanged> statusChanges(long ticketId) {
        consumer.poll(Duration.ofMillis(50)).forEach(message -> events.add(message.value()));
        return events.stream()
                .map(TicketEvent::getDetail)
                .filter(TicketStatusChanged.class::isInstance)
                .map(TicketStatusChanged.class::cast)
                .filter(changed -> changed.getTicketId() == ticketId)
                .toList();
    }

    /** All records of a topic so far. */
    <T> List<T> all(Topic topic, Class<T> kind) {
        try (KafkaConsumer<String, Object> reader = new KafkaConsumer<>(reading, new StringDeserializer(), anything)) {
            List<TopicPartition> partitions = reader.partitionsFor(topic.name(prefix)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            List<T> all = new ArrayList<>();
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> reader.position(one) < ends.get(one))) {
                reader.poll(Duration.ofMillis(100)).forEach(message -> all.add(kind.cast(message.value())));
            }
            return all;
        }
    }

    void open(String connectionId, String dedupKey, String eventId) {
        send(Requests.open(connectionId, dedupKey, eventId, now()));
    }

    void resolved(String connectionId, String dedupKey, String eventId) {
        send(Requests.resolved(connectionId, dedupKey, eventId, now()));
    }

    /** The detail of the first ticket event of that kind which answers the event. */
    <D> Optional<D> eventOf(String eventId, Class<D> detail) {
        consumer.poll(Duration.ofMillis(50)).forEach(message -> events.add(message.value()));
        return events.stream()
                .filter(event -> event.getCausedBy().contains(eventId))
                .map(TicketEvent::getDetail)
                .filter(detail::isInstance)
                .map(detail::cast)
                .findFirst();
    }

    Instant now() {
        return InstantSource.system().instant();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private void send(TicketRequest request) {
        int partition = KafkaLanePartition.of(request.getConnectionId(), PARTITIONS);
        producer.send(
                new ProducerRecord<>(Topics.TICKET_REQUESTS.name(prefix), partition, request.getTicketKey(), request));
        producer.flush();
    }

    private String sealed(String bound) {
        try {
            byte[] secret = "sundog-local-secret".getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(aead.encrypt(secret, bound.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Aead keyset() {
        try {
            AeadConfig.register();
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            Files.writeString(
                    folder.resolve("keyset.json"),
                    TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("connector-it");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
