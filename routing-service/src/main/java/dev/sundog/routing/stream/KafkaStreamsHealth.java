package dev.sundog.routing.stream;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the stream runs. A broker, a registry or a Halo that is away is no reason to kill this process. */
final class KafkaStreamsHealth {

    private final AtomicReference<@Nullable KafkaStreams> streams = new AtomicReference<>();
    private final KafkaThreadGuard guard;

    KafkaStreamsHealth(KafkaThreadGuard guard) {
        this.guard = guard;
    }

    /** The stream was made and starts now. */
    void starts(KafkaStreams made) {
        streams.set(made);
    }

    /** Down only when the stream is dead for good. */
    HealthIndicator liveness() {
        return () -> {
            var state = state();
            var dead = guard.givenUp() || state == KafkaStreams.State.ERROR;
            return (dead ? Health.down() : Health.up())
                    .withDetail("state", String.valueOf(state))
                    .build();
        };
    }

    /** Up when the stream runs. */
    HealthIndicator readiness() {
        return () -> {
            var state = state();
            return (state == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService())
                    .withDetail("state", String.valueOf(state))
                    .build();
        };
    }

    private KafkaStreams.@Nullable State state() {
        var made = streams.get();
        return made == null ? null : made.state();
    }
}
