package dev.sundog.local.demo;

import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Topics;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Resource;
import dev.sundog.event.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A product that publishes Avro straight to Kafka, without a key. */
final class AvroPublisher {

    private final String bootstrapServers;
    private final String registryUrl;

    AvroPublisher(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
    }

    /** Publishes an alert and returns its event id once the broker has it. */
    String publish(String run, Instant now) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                "schema.registry.url",
                registryUrl,
                "auto.register.schemas",
                false);
        var serializer = new ConfluentAvroSerializer<Alert>();
        serializer.configure(settings, false);
        var alert = Alert.newBuilder()
                .setEventId("avro-" + run)
                .setSource("edr")
                .setOrganizationId("fabrikam")
                .setDedupKey("malware-" + run)
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle("Malware was found and removed on LAPTOP-07")
                .setDescription("Trojan:Win32/Example, quarantined.")
                .setOccurredAt(now)
                .setResources(List.of(Resource.newBuilder()
                        .setId("LAPTOP-07")
                        .setType("device")
                        .build()))
                .build();
        try (var producer = new KafkaProducer<String, Alert>(settings, new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(Topics.ALERTS.name(), alert)).get(20, TimeUnit.SECONDS);
            return alert.getEventId();
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoFailure("Kafka does not take the Avro alert: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
