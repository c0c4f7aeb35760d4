package dev.sundog.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaExtension.class)
class KafkaExtensionTest {

    @Test
    void carriesATransactionFromAProducerToAConsumer(TestKafka kafka) throws Exception {
        kafka.createTopics(1, "carried");

        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "carrier"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("carried", "key", "value")).get();
            producer.commitTransaction();
        }

        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("carried", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(10)))
                    .singleElement()
                    .extracting(record -> record.value())
                    .isEqualTo("value");
        }
    }

    @Test
    void isTheSameBrokerForEverybody(TestKafka kafka) {
        assertThat(KafkaExtension.kafka()).isSameAs(kafka);
    }

    @Test
    void makesATopicOnce(TestKafka kafka) {
        kafka.createTopics(2, "made-once");

        kafka.createTopics(2, "made-once", "made-beside");

        assertThatIllegalStateException()
                .isThrownBy(() -> kafka.createTopics(3, "made-once"))
                .withMessageContaining("made-once is there with 2 partitions, not 3");
    }
}
