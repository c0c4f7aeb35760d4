package dev.sundog.connector.caller;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Down when the caller's container stopped by itself; an absent Halo is no such thing. */
final class KafkaCallerHealth implements HealthIndicator {

    private final MessageListenerContainer container;

    KafkaCallerHealth(MessageListenerContainer container) {
        this.container = container;
    }

    @Override
    public Health health() {
        return container.isInExpectedState()
                ? Health.up().build()
                : Health.down().build();
    }
}
