package dev.sundog.console.reference;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.SaveCheck;
import dev.sundog.console.topics.TopicsProperties;
import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what is known of Halo's choices. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    ReferenceStore referenceStore(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
        return new JdbcReferenceStore(jdbc, transaction, json);
    }

    @Bean
    Served served(ConfigurationStore configuration) {
        return new Served(configuration);
    }

    @Bean
    ReferenceDesk referenceDesk(
            ConfigurationStore configuration, ReferenceStore store, Served served, InstantSource clock) {
        return new ReferenceDesk(configuration, store, served, clock);
    }

    @Bean
    SaveCheck referenceCheck(ReferenceDesk desk) {
        return desk::remarks;
    }

    @Bean
    KafkaReferenceListener referenceListener(
            ReferenceStore store, ConfigurationStore configuration, ReferenceDesk desk, KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put("specific.avro.reader", true);
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        var news = new FindingsNews(id ->
                configuration.find(Kind.CONNECTION, id).map(desk::findings).orElse(List.of()));
        return new KafkaReferenceListener(store, news, deserializer);
    }

    @Bean
    String referenceTopic(TopicsProperties topics) {
        return Topics.HALO_REFERENCE.name(topics.prefix());
    }

    /** A group of its own: a slow read of history does not keep this waiting. */
    @Bean
    String referenceGroup(KafkaProperties kafka) {
        return kafka.getConsumer().getGroupId() + "-reference";
    }
}
