package dev.sundog.console.draft;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.console.configuration.ConfigurationDesk;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Versions;
import dev.sundog.console.topics.TopicsProperties;
import dev.sundog.console.trial.Drafts;
import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of drafts together. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    DraftStore draftStore(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        return new JdbcDraftStore(jdbc, json, clock);
    }

    @Bean
    DraftDesk draftDesk(ConfigurationStore store, ConfigurationDesk desk, DraftStore drafts, Versions versions) {
        return new DraftDesk(store, desk, drafts, versions);
    }

    @Bean
    DifferenceStore differenceStore(
            JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, InstantSource clock) {
        return new JdbcDifferenceStore(jdbc, transaction, json, clock);
    }

    @Bean
    KafkaDifferenceListener differenceListener(DifferenceStore store, KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put("specific.avro.reader", true);
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        return new KafkaDifferenceListener(store, deserializer);
    }

    @Bean
    String differencesTopic(TopicsProperties topics) {
        return Topics.ROUTING_DIFFERENCES.name(topics.prefix());
    }

    /** A group beside the history's: a flood of differences must not hold that up. */
    @Bean
    String differencesGroup(KafkaProperties kafka) {
        return kafka.getConsumer().getGroupId() + "-differences";
    }

    /** Lets drafts be tried. */
    @Bean
    Drafts drafts(DraftStore drafts) {
        return policyId -> drafts.find(policyId).map(Draft::document);
    }
}
