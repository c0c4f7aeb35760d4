package dev.sundog.connector.stream;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Down when the lifecycle's streams are dead for good; a rebalance, a restore or an absent Halo is no such thing. */
final class KafkaStreamsHealth implements HealthIndicator {

    private final StreamsBuilderFactoryBean streams;

    KafkaStreamsHealth(StreamsBuilderFactoryBean streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            return Health.unknown().withDetail("state", "NOT_STARTED").build();
        }
        KafkaStreams.State state = running.state();
        return switch (state) {
            case ERROR, PENDING_ERROR, NOT_RUNNING ->
                Health.down().withDetail("state", state.name()).build();
            case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN ->
                Health.up().withDetail("state", state.name()).build();
        };
    }
}
