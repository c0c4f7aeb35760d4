package dev.sundog.gateway.status;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sundog.contract.Topics;
import dev.sundog.gateway.format.Event;
import dev.sundog.gateway.intake.AcceptanceJournal;
import dev.sundog.gateway.meters.GatewayMeters;
import dev.sundog.gateway.settings.GatewayProperties;
import dev.sundog.gateway.settings.TopicsProperties;
import dev.sundog.gateway.status.StatusFact.Accepted;
import dev.sundog.gateway.status.StatusFact.EventName;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what follows events. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    @Bean
    StatusBook statusBook(GatewayProperties properties) {
        return new StatusBook(
                bounded(properties.status().maxEvents()),
                bounded(properties.status().maxTickets()));
    }

    /** Makes a status there is as soon as the sender can ask for it. */
    @Bean
    AcceptanceJournal acceptanceJournal(StatusBook book) {
        return (tenantId, event, at) -> book.learn(new Accepted(name(event.head()), tenantId, at));
    }

    @Bean
    @ConditionalOnProperty(name = "sundog.gateway.status.enabled", matchIfMissing = true)
    KafkaStatusReader kafkaStatusReader(
            KafkaProperties kafka,
            GatewayProperties properties,
            TopicsProperties topics,
            StatusBook book,
            GatewayMeters meters)
            throws ReflectiveOperationException {
        var settings = settings(kafka);
        var names = Stream.of(Topics.ALERTS, Topics.RECOMMENDATIONS, Topics.ROUTING_DECISIONS, Topics.TICKET_EVENTS)
                .map(topic -> topic.name(topics.prefix()))
                .toList();
        return new KafkaStatusReader(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                deserializer(settings),
                new KafkaStatusReader.Scope(names, properties.status().lookBack(), InstantSource.system()),
                book::learn,
                meters);
    }

    private static Map<String, Object> settings(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "ticket-gateway-service-status");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return Map.copyOf(settings);
    }

    private static Deserializer<?> deserializer(Map<String, Object> settings) throws ReflectiveOperationException {
        var name = settings.get(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        Deserializer<?> deserializer = Utils.newInstance(
                name instanceof Class<?> type ? type.getName() : String.valueOf(name), Deserializer.class);
        deserializer.configure(settings, false);
        return deserializer;
    }

    private static <V> ConcurrentMap<String, V> bounded(int entries) {
        return Caffeine.newBuilder().maximumSize(entries).<String, V>build().asMap();
    }

    private static EventName name(Event.Head head) {
        return new EventName(head.eventId(), head.source(), head.organizationId());
    }
}
