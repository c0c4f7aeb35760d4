package dev.sundog.connector.connection;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.configuration.Connection;
import dev.sundog.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecretsProperties.class, ConnectionsProperties.class})
class ConnectionConfiguration {

    @Bean
    SecretBox secretBox(SecretsProperties properties) {
        return TinkSecretBox.of(properties.keysetFile());
    }

    @Bean
    KafkaConnectionTable connectionTable(
            KafkaProperties kafka, ConnectionsProperties properties, @Value("${sundog.topics.prefix:}") String prefix) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        ConfluentAvroDeserializer<Connection> values = new ConfluentAvroDeserializer<>();
        Map<String, Object> registry = new HashMap<>(settings);
        registry.put("specific.avro.reader", true);
        values.configure(registry, false);
        return new KafkaConnectionTable(
                Topics.CONNECTIONS.name(prefix),
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                values,
                properties.loadTimeout());
    }
}
