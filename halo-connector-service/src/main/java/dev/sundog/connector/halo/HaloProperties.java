package dev.sundog.connector.halo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How Halo is called.
 *
 * @param allowLoopback allows http and loopback addresses; for the local stack and tests alone
 * @param connectTimeout longest wait for a connection, above zero
 * @param responseLimit largest answer that is read
 */
@ConfigurationProperties(prefix = "sundog.halo", ignoreUnknownFields = false)
public record HaloProperties(
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("4MB") DataSize responseLimit) {

    public HaloProperties {
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("sundog.halo.connect-timeout must be above zero: " + connectTimeout);
        }
        if (responseLimit.toBytes() < 1) {
            throw new IllegalArgumentException("sundog.halo.response-limit must be above zero: " + responseLimit);
        }
    }
}
