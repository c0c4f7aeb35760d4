package dev.sundog.console.outbox;

import dev.sundog.console.meters.ConsoleMeters;
import dev.sundog.console.topics.TopicsProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the outbox and its pump together. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Semaphore bell = new Semaphore(0);

    @Bean
    JdbcOutbox outbox(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, InstantSource clock) {
        return new JdbcOutbox(jdbc, transaction, json, clock, bell);
    }

    @Bean(initMethod = "start")
    OutboxPump outboxPump(
            JdbcOutbox outbox, KafkaTemplate<String, Object> kafka, TopicsProperties topics, ConsoleMeters meters) {
        meters.outboxPending(outbox::count);
        return new OutboxPump(outbox, new KafkaChangeSender(kafka, topics.prefix()), bell, PAUSE, meters);
    }
}
