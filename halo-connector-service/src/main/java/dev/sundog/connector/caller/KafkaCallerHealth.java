package dev.sundog.connector.caller;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Down when the caller's container stopped by itself; an absent Halo is no such thing. */
final class KafkaCallerHealth implements HealthIndicator {

    private final MessageListenerContainer container;
    private volatile boolean seenRunning;

    KafkaCallerHealth(MessageListenerContainer container) {
        this.container = container;
    }

    @Override
    public Health health() {
        boolean running = container.isRunning() && container.isInExpectedState();
        seenRunning |= running;
        return seenRunning && !running ? Health.down().build() : Health.up().build();
    }
}
