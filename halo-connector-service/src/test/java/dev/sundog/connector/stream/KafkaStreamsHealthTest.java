package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class KafkaStreamsHealthTest {

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "PENDING_ERROR", "NOT_RUNNING"})
    void isDownWhenTheStreamsAreDeadForGood(KafkaStreams.State state) {
        assertThat(health(state).getStatus()).isEqualTo(Status.DOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "REBALANCING", "RUNNING", "PENDING_SHUTDOWN"})
    void isUpWhileTheyStartMoveAndStop(KafkaStreams.State state) {
        assertThat(health(state).getStatus()).isEqualTo(Status.UP);
        assertThat(health(state).getDetails()).containsEntry("state", state.name());
    }

    private static Health health(KafkaStreams.State state) {
        return new KafkaStreamsHealth(() -> state).health();
    }
}
