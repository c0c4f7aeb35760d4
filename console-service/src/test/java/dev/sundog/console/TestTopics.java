package dev.sundog.console;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.contract.Topic;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the console under test, from the other services' side. */
public final class TestTopics {

    private TestTopics() {}

    /** Publishes one record as another service would. */
    public static void publish(Topic topic, String key, SpecificRecord value, Instant at) {
        try (var serializer = new ConfluentAvroSerializer<SpecificRecord>()) {
            serializer.configure(settings(), false);
            raw(topic, key, serializer.serialize(topic.name("it-"), value), at);
        }
    }

    /** Publishes bytes as they are. */
    public static void raw(Topic topic, String key, byte[] value, Instant at) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name("it-"), null, at.toEpochMilli(), key, value));
        }
    }

    /** All there is on a topic so far with this key. */
    public static List<ConsumerRecord<String, SpecificRecord>> all(Topic topic, String key) {
        var settings = settings();
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        settings.put("specific.avro.reader", true);
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), deserializer)) {
            var partitions = consumer.partitionsFor(topic.name("it-")).stream()
                    .map(it -> new org.apache.kafka.common.TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new java.util.ArrayList<ConsumerRecord<String, SpecificRecord>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found.stream().filter(it -> it.key().equals(key)).toList();
        }
    }

    /** How many partitions the topic has. */
    public static int partitions(Topic topic) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            return consumer.partitionsFor(topic.name("it-")).size();
        }
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", KafkaExtension.kafka().bootstrapServers());
        settings.put("schema.registry.url", RegistryExtension.registry().url());
        settings.put("auto.register.schemas", false);
        return settings;
    }
}
