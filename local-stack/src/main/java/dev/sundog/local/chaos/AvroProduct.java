package dev.sundog.local.chaos;

import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Topics;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Recommendation;
import dev.sundog.event.RecommendationCategory;
import dev.sundog.event.RecommendationStatus;
import dev.sundog.event.Severity;
import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.load.Way;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events to their topics. */
final class AvroProduct implements Product, AutoCloseable {

    private static final String SOURCE = "chaos-avro";

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConfluentAvroSerializer<SpecificRecord> serializer = new ConfluentAvroSerializer<>();
    private final InstantSource time;

    AvroProduct(String bootstrapServers, String registryUrl, InstantSource time) {
        this.time = time;
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                60_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                20_000,
                "schema.registry.url",
                registryUrl,
                "auto.register.schemas",
                false);
        serializer.configure(settings, false);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public boolean send(PlannedEvent event) {
        String topic = event.recommendation() ? Topics.RECOMMENDATIONS.name() : Topics.ALERTS.name();
        byte[] key = event.way() == Way.AVRO ? event.organizationId().getBytes(StandardCharsets.UTF_8) : null;
        try {
            producer.send(new ProducerRecord<>(topic, key, value(topic, event))).get();
            return true;
        } catch (ExecutionException | KafkaException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private byte[] value(String topic, PlannedEvent event) {
        if (event.way() == Way.GARBAGE) {
            return ("not Avro: " + event.id()).getBytes(StandardCharsets.UTF_8);
        }
        return Objects.requireNonNull(
                serializer.serialize(topic, event.recommendation() ? recommendation(event) : alert(event)));
    }

    private Alert alert(PlannedEvent event) {
        return Alert.newBuilder()
                .setEventId(event.id())
                .setSource(SOURCE)
                .setOrganizationId(event.organizationId())
                .setDedupKey(event.fate() == Fate.REFUSED ? " " : event.dedupKey())
                .setStatus(event.over() ? AlertStatus.RESOLVED : AlertStatus.FIRING)
                .setSeverity(Severity.valueOf(event.severity()))
                .setTitle("Chaos " + event.dedupKey())
                .setOccurredAt(time.instant())
                .setLabels(event.host().isEmpty() ? Map.of() : Map.of("host", event.host()))
                .build();
    }

    private Recommendation recommendation(PlannedEvent event) {
        return Recommendation.newBuilder()
                .setEventId(event.id())
                .setSource(SOURCE)
                .setOrganizationId(event.organizationId())
                .setDedupKey(event.dedupKey())
                .setStatus(event.over() ? RecommendationStatus.COMPLETED : RecommendationStatus.OPEN)
                .setSeverity(Severity.valueOf(event.severity()))
                .setCategory(RecommendationCategory.SECURITY)
                .setTitle("Chaos " + event.dedupKey())
                .setOccurredAt(time.instant())
                .build();
    }
}
