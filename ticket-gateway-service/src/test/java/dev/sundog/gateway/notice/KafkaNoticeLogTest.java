package dev.sundog.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.delivery.HaloNotice;
import dev.sundog.gateway.notice.NoticeProperties.Hook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ProducerFactory;

class KafkaNoticeLogTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Hook HOOK = new Hook("acme-halo", "acme-msp", "halo", "sha256:" + "a".repeat(64));
    private static final Notice NOTICE = new Notice("n1", "ticket status changed", 7L, 3L);

    @Test
    void isSafeWhenTheBrokerHasIt() {
        MockProducer<String, SpecificRecord> producer = producer(true);

        assertThat(log(producer).append(HOOK, List.of(NOTICE))).isTrue();

        assertThat(producer.history()).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("p-halo-notices-v1");
            assertThat(message.key()).isEqualTo("acme-halo");
            assertThat(message.value()).isInstanceOfSatisfying(HaloNotice.class, notice -> {
                assertThat(notice.getTenantId()).isEqualTo("acme-msp");
                assertThat(notice.getTicketId()).isEqualTo(7);
                assertThat(notice.getStatusId()).isEqualTo(3);
                assertThat(notice.getReceivedAt()).isEqualTo(NOW);
            });
        });
    }

    @Test
    void isNotSafeWhileTheBrokerSaysNothing() {
        assertThat(log(producer(false)).append(HOOK, List.of(NOTICE))).isFalse();
    }

    @Test
    void isNotSafeWhenThereIsNoProducer() {
        KafkaNoticeLog broken = new KafkaNoticeLog(
                () -> {
                    throw new IllegalStateException("no broker");
                },
                "p-",
                Duration.ofMillis(200),
                InstantSource.fixed(NOW));

        assertThat(broken.append(HOOK, List.of(NOTICE))).isFalse();
    }

    private static KafkaNoticeLog log(Producer<String, SpecificRecord> producer) {
        ProducerFactory<String, SpecificRecord> factory = () -> producer;
        return new KafkaNoticeLog(factory, "p-", Duration.ofMillis(200), InstantSource.fixed(NOW));
    }

    private static MockProducer<String, SpecificRecord> producer(boolean answers) {
        return new MockProducer<>(answers, null, new StringSerializer(), (_, _) -> new byte[0]);
    }
}
