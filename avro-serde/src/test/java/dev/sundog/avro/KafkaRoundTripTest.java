package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sundog.event.Alert;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import dev.sundog.testkit.TestKafka;
import dev.sundog.testkit.TestRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Named by class in the properties, as applications do it. */
@ExtendWith({KafkaExtension.class, RegistryExtension.class})
class KafkaRoundTripTest {

    @Test
    void carriesAnAlertThroughARealBroker(TestKafka kafka, TestRegistry registry) throws Exception {
        kafka.createTopics(1, "round-trip");
        registry.register("round-trip-value", Alert.getClassSchema());

        try (var producer = producer(kafka, registry.url())) {
            producer.send(new ProducerRecord<>("round-trip", "contoso", Events.diskFull()))
                    .get();
        }

        try (var consumer = consumer(kafka, registry.url(), "round-trip")) {
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .extracting(record -> record.value())
                    .isEqualTo(Events.diskFull());
        }
    }

    @Test
    void showsARegistryThatIsAwayToProducerAndConsumer(TestKafka kafka, TestRegistry registry) throws Exception {
        kafka.createTopics(1, "registry-away");
        registry.register("registry-away-value", Alert.getClassSchema());
        String nowhere = "http://127.0.0.1:" + RegistryHttpTest.closedPort();
        try (var producer = producer(kafka, registry.url())) {
            producer.send(new ProducerRecord<>("registry-away", "contoso", Events.diskFull()))
                    .get();
        }

        try (var producer = producer(kafka, nowhere)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> producer.send(new ProducerRecord<>("registry-away", Events.diskFull()))
                            .get())
                    .matches(RegistryUnavailableException::isBehind);
        }
        try (var consumer = consumer(kafka, nowhere, "registry-away")) {
            assertThatExceptionOfType(RecordDeserializationException.class)
                    .isThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
                    .matches(RegistryUnavailableException::isBehind);
        }
    }

    private static KafkaProducer<String, Alert> producer(TestKafka kafka, String registryUrl) {
        return new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ConfluentAvroSerializer.class,
                "auto.register.schemas",
                false,
                "schema.registry.url",
                registryUrl));
    }

    private static KafkaConsumer<String, Alert> consumer(TestKafka kafka, String registryUrl, String topic) {
        KafkaConsumer<String, Alert> consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ConfluentAvroDeserializer.class,
                "specific.avro.reader",
                true,
                "auto.offset.reset",
                "earliest",
                "schema.registry.url",
                registryUrl));
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        return consumer;
    }
}
