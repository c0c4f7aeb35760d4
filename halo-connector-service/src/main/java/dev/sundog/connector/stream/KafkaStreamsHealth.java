package dev.sundog.connector.stream;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when the lifecycle's streams are dead for good; a rebalance, a restore or an absent Halo is no such thing. */
final class KafkaStreamsHealth implements HealthIndicator {

    private final Supplier<KafkaStreams.State> streams;

    KafkaStreamsHealth(Supplier<KafkaStreams.State> streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = streams.get();
        return switch (state) {
            case ERROR, PENDING_ERROR, NOT_RUNNING ->
                Health.down().withDetail("state", state.name()).build();
            case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN ->
                Health.up().withDetail("state", state.name()).build();
        };
    }
}
