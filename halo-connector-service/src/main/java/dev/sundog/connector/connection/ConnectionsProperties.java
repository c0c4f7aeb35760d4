package dev.sundog.connector.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are read.
 *
 * @param loadTimeout longest wait for them at the start, above zero
 */
@ConfigurationProperties(prefix = "sundog.connections", ignoreUnknownFields = false)
public record ConnectionsProperties(@DefaultValue("60s") Duration loadTimeout) {

    public ConnectionsProperties {
        if (!loadTimeout.isPositive()) {
            throw new IllegalArgumentException("sundog.connections.load-timeout must be above zero: " + loadTimeout);
        }
    }
}
