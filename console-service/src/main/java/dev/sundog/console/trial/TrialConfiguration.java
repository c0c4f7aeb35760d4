package dev.sundog.console.trial;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.console.configuration.ConfigurationDesk;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.topics.TopicsProperties;
import dev.sundog.routing.wire.AvroEventReader;
import java.time.InstantSource;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts that try policies together. */
@Configuration(proxyBeanMethods = false)
class TrialConfiguration {

    @Bean
    EventTopics eventTopics(KafkaProperties kafka, TopicsProperties topics, InstantSource clock) {
        return new KafkaEventTopics(() -> replay(kafka, clock), () -> reader(kafka, topics), topics.prefix());
    }

    @Bean
    TriedPolicies triedPolicies(ConfigurationStore store, ConfigurationDesk desk, Drafts drafts) {
        return new TriedPolicies(store, desk, drafts);
    }

    @Bean
    TrialDesk trialDesk(
            ConfigurationStore store,
            TriedPolicies policies,
            EventTopics topics,
            JdbcClient jdbc,
            InstantSource clock) {
        return new TrialDesk(store, policies, new WantedEvents(new JdbcSeenEvents(jdbc), topics, clock));
    }

    private static KafkaReplay replay(KafkaProperties kafka, InstantSource clock) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        // Without a group nothing can be committed, and nobody else's reading is moved.
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 8_000);
        settings.put("max.partition.fetch.bytes", 512 * 1024);
        settings.put("fetch.max.bytes", 4 * 1024 * 1024);
        return new KafkaReplay(
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), clock);
    }

    private static AvroEventReader reader(KafkaProperties kafka, TopicsProperties topics) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put("specific.avro.reader", true);
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        return new AvroEventReader(topics.prefix(), deserializer, (_, _) -> {
            throw new UnsupportedOperationException("nothing is written here");
        });
    }
}
