package dev.sundog.connector.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.meters.StreamMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class KafkaThreadGuardTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.EPOCH;
    private final KafkaThreadGuard guard = new KafkaThreadGuard(new StreamMeters(registry), () -> now);

    @Test
    void replacesAThreadHoweverOftenTheWorldIsAway() {
        StreamsException away = new StreamsException(new TimeoutException("away"));

        assertThat(die(away, 50)).isEqualTo(REPLACE_THREAD);

        assertThat(guard.givenUp()).isFalse();
        assertThat(registry.get("sundog.stream.thread.deaths").counter().count())
                .isEqualTo(50);
    }

    @Test
    void givesUpWhenThreadsDieAgainAndAgain() {
        assertThat(die(new IllegalStateException("fault"), 9)).isEqualTo(REPLACE_THREAD);
        assertThat(guard.givenUp()).isFalse();

        assertThat(die(new IllegalStateException("fault"), 1)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(guard.givenUp()).isTrue();
    }

    @Test
    void forgetsDeathsThatAreLongAgo() {
        die(new IllegalStateException("fault"), 9);
        now = now.plus(Duration.ofMinutes(11));

        assertThat(die(new IllegalStateException("fault"), 9)).isEqualTo(REPLACE_THREAD);
    }

    private StreamThreadExceptionResponse die(RuntimeException fault, int times) {
        StreamThreadExceptionResponse response = REPLACE_THREAD;
        for (int time = 0; time < times; time++) {
            response = guard.handle(fault);
        }
        return response;
    }
}
