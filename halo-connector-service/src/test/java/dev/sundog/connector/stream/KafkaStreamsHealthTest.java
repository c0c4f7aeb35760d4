package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.meters.StreamMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class KafkaStreamsHealthTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("tickets-changelog", 0);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StreamMeters meters = new StreamMeters(registry);
    private final KafkaThreadGuard guard = new KafkaThreadGuard(meters, InstantSource.fixed(Instant.EPOCH));
    private final KafkaRestoreWatch restore = new KafkaRestoreWatch(meters);
    private KafkaStreams.State state = KafkaStreams.State.RUNNING;
    private final KafkaStreamsHealth health = new KafkaStreamsHealth(() -> state, new KafkaVitals(guard, restore));

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "PENDING_ERROR", "NOT_RUNNING"})
    void isDeadWhenTheStreamsAreDeadForGood(KafkaStreams.State dead) {
        state = dead;

        assertThat(of(health.liveness()).getStatus()).isEqualTo(Status.DOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "REBALANCING", "RUNNING", "PENDING_SHUTDOWN"})
    void livesWhileTheyStartMoveAndStop(KafkaStreams.State alive) {
        state = alive;

        assertThat(of(health.liveness()).getStatus()).isEqualTo(Status.UP);
        assertThat(of(health.liveness()).getDetails()).containsEntry("state", alive.name());
    }

    @Test
    void isDeadWhenThreadsAreNoLongerReplaced() {
        for (int death = 0; death < 10; death++) {
            guard.handle(new IllegalStateException("fault"));
        }

        assertThat(of(health.liveness()).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isReadyOnlyWhenItsStateIsRestoredAndSaysHowMuchIsLeft() {
        state = KafkaStreams.State.REBALANCING;
        restore.onRestoreStart(CHANGELOG, "tickets", 100, 400);
        restore.onBatchRestored(CHANGELOG, "tickets", 200, 100);

        assertThat(of(health.readiness()).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(of(health.readiness()).getDetails()).containsEntry("toRestore", 200L);
        assertThat(of(health.liveness()).getStatus()).isEqualTo(Status.UP);
        assertThat(registry.get("sundog.restore.remaining").gauge().value()).isEqualTo(200);

        restore.onRestoreEnd(CHANGELOG, "tickets", 300);
        state = KafkaStreams.State.RUNNING;

        assertThat(of(health.readiness()).getStatus()).isEqualTo(Status.UP);
        assertThat(registry.get("sundog.restore.remaining").gauge().value()).isZero();
    }

    @Test
    void forgetsAStoreThatSomebodyElseRestores() {
        restore.onRestoreStart(CHANGELOG, "tickets", 0, 400);
        restore.onRestoreSuspended(CHANGELOG, "tickets", 10);

        assertThat(restore.remaining()).isZero();
    }

    @Test
    void isNotReadyWhileTasksMove() {
        state = KafkaStreams.State.REBALANCING;

        assertThat(of(health.readiness()).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    private static Health of(HealthIndicator indicator) {
        return Objects.requireNonNull(indicator.health());
    }
}
