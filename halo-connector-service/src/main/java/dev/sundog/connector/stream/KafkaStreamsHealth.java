package dev.sundog.connector.stream;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the lifecycle's streams are, and how much of their state is yet to be restored. */
final class KafkaStreamsHealth {

    private final Supplier<KafkaStreams.State> streams;
    private final KafkaVitals vitals;

    KafkaStreamsHealth(Supplier<KafkaStreams.State> streams, KafkaVitals vitals) {
        this.streams = streams;
        this.vitals = vitals;
    }

    /** Down when they are dead for good; a rebalance, a restore or an absent Halo, broker or registry is no such thing. */
    HealthIndicator liveness() {
        return () -> {
            KafkaStreams.State state = streams.get();
            boolean dead = switch (state) {
                case ERROR, PENDING_ERROR, NOT_RUNNING -> true;
                case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN ->
                    vitals.guard().givenUp();
            };
            return health(dead ? Health.down() : Health.up(), state);
        };
    }

    /** Up when they work, which they do once everything of theirs is restored: after a start, a takeover or a rebalance. */
    HealthIndicator readiness() {
        return () -> {
            KafkaStreams.State state = streams.get();
            return health(state == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService(), state);
        };
    }

    private Health health(Health.Builder health, KafkaStreams.State state) {
        return health.withDetail("state", state.name())
                .withDetail("toRestore", vitals.restore().remaining())
                .build();
    }
}
