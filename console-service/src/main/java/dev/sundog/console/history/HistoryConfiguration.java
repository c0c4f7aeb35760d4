package dev.sundog.console.history;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.console.meters.ConsoleMeters;
import dev.sundog.console.topics.TopicsProperties;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Puts the history together. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    HistoryReader historyReader(
            JdbcClient jdbc, JsonMapper json, InstantSource clock, HistoryProperties properties, ConsoleMeters meters) {
        var reader = new JdbcHistoryReader(jdbc, json, clock);
        meters.unaccountedEvents(() -> reader.unaccounted(properties.settled()));
        return reader;
    }

    @Bean
    KafkaHistoryListener historyListener(
            JdbcTemplate jdbc, TransactionTemplate transaction, KafkaProperties kafka, ConsoleMeters meters) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put("specific.avro.reader", true);
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        return new KafkaHistoryListener(
                new JdbcHistory(jdbc, transaction), new KafkaRecordReader(deserializer), meters);
    }

    /** The topics that the history is made of. */
    @Bean
    List<String> historyTopics(TopicsProperties topics) {
        return Stream.of(
                        Topics.ALERTS,
                        Topics.RECOMMENDATIONS,
                        Topics.ROUTING_DECISIONS,
                        Topics.TICKET_REQUESTS,
                        Topics.HALO_CALLS,
                        Topics.HALO_OUTCOMES,
                        Topics.TICKET_EVENTS,
                        Topics.LANES)
                .map((Topic topic) -> topic.name(topics.prefix()))
                .toList();
    }

    @Bean
    CommonErrorHandler historyErrorHandler() {
        var pauses = new ExponentialBackOff(500, 2);
        pauses.setMaxInterval(10_000);
        pauses.setMaxElapsedTime(Long.MAX_VALUE);
        var handler = new DefaultErrorHandler(pauses);
        // Spring gives up at once on what it takes for faults of programming; here that would lose the batch.
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
