package dev.sundog.gateway.intake;

import static org.awaitility.Awaitility.await;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.gateway.GatewayKeys;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real broker and a real registry with the topics of the contract, and what a test says and hears through them. */
final class RealParts {

    private static final List<Topic> TOPICS =
            List.of(Topics.ALERTS, Topics.RECOMMENDATIONS, Topics.ROUTING_DECISIONS, Topics.TICKET_EVENTS);

    private RealParts() {}

    /** Makes topics and schemas under a prefix, and points the gateway there. */
    static void register(DynamicPropertyRegistry registry, String prefix) {
        prepare(prefix);
        GatewayKeys.register(registry::add);
        registry.add(
                "spring.kafka.bootstrap-servers", () -> KafkaExtension.kafka().bootstrapServers());
        registry.add(
                "spring.kafka.properties.schema.registry.url",
                () -> RegistryExtension.registry().url());
        registry.add("sundog.topics.prefix", () -> prefix);
    }

    static void prepare(String prefix) {
        for (var topic : TOPICS) {
            KafkaExtension.kafka().createTopics(3, topic.name(prefix));
            RegistryExtension.registry()
                    .register(topic.name(prefix) + "-value", topic.value().orElseThrow());
        }
    }

    /** All records of a topic that fit, once there are so many of them. */
    static List<ConsumerRecord<String, SpecificRecord>> read(
            String topic, int count, Predicate<ConsumerRecord<String, SpecificRecord>> wanted) {
        var settings = settings();
        settings.put("auto.offset.reset", "earliest");
        settings.put("specific.avro.reader", true);
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), deserializer)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, SpecificRecord>>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
            return found;
        }
    }

    /** Says something on a topic, as the services behind the gateway would. */
    static void say(String topic, String key, SpecificRecord value) throws Exception {
        var serializer = new ConfluentAvroSerializer<SpecificRecord>();
        serializer.configure(settings(), false);
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "bootstrap.servers", KafkaExtension.kafka().bootstrapServers(),
                "schema.registry.url", RegistryExtension.registry().url(),
                "auto.register.schemas", false));
    }
}
