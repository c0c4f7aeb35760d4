package dev.sundog.gateway.notice;

import dev.sundog.contract.Topics;
import dev.sundog.gateway.notice.NoticeProperties.Hook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Keeps notices in Kafka. The key is the connection, by whose hash the topic is partitioned. */
final class KafkaNoticeLog implements NoticeLog {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaNoticeLog.class);

    private final ProducerFactory<String, SpecificRecord> producers;
    private final String topic;
    private final Duration within;
    private final InstantSource time;

    KafkaNoticeLog(
            ProducerFactory<String, SpecificRecord> producers, String prefix, Duration within, InstantSource time) {
        this.producers = producers;
        this.topic = Topics.HALO_NOTICES.name(prefix);
        this.within = within;
        this.time = time;
    }

    @Override
    public boolean append(Hook hook, List<Notice> notices) {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            Instant now = time.instant();
            Producer<String, SpecificRecord> producer = producers.createProducer();
            List<Future<?>> sent = new ArrayList<>();
            for (Notice notice : notices) {
                sent.add(producer.send(
                        new ProducerRecord<>(topic, hook.connectionId(), AvroNotices.record(hook, notice, now))));
            }
            for (Future<?> one : sent) {
                one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            LOGGER.atWarn()
                    .addKeyValue("connectionId", hook.connectionId())
                    .addKeyValue("reason", failed.getClass().getSimpleName())
                    .log("notices cannot be stored: {}", failed.getMessage());
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
