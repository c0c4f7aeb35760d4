package dev.sundog.routing.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class KafkaPatienceTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void triesAgainUntilTheRegistryIsBack() {
        var patience = new KafkaPatience(Duration.ofSeconds(30), InstantSource.system());

        assertThat(patience.insist(() -> backAfter(3))).isEqualTo("read");
    }

    @Test
    void givesTheRecordBackWhenItsTimeIsOver() {
        var patience = new KafkaPatience(Duration.ofMillis(60), InstantSource.system());

        assertThatThrownBy(() -> patience.insist(() -> backAfter(1_000))).isInstanceOf(TimeoutException.class);
        assertThat(attempts.get()).isGreaterThan(1);
    }

    @Test
    void stopsWaitingWhenTheServiceStops() {
        var patience = new KafkaPatience(Duration.ofDays(1), InstantSource.system());
        patience.close();

        assertThatThrownBy(() -> patience.insistForGood(() -> backAfter(1_000))).isInstanceOf(TimeoutException.class);
    }

    @Test
    void neverInsistsOnWhatCannotBeRead() {
        var patience = new KafkaPatience(Duration.ofDays(1), InstantSource.system());

        assertThatThrownBy(() -> patience.insist(() -> {
                    throw new SerializationException("garbage");
                }))
                .isInstanceOf(SerializationException.class);
    }

    private String backAfter(int failures) {
        if (attempts.getAndIncrement() < failures) {
            throw new TimeoutException("registry is away");
        }
        return "read";
    }
}
