package dev.sundog.console.mapping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mapping works.
 *
 * @param interval between two rounds that apply exact matches, above zero
 */
@ConfigurationProperties(prefix = "sundog.mapping", ignoreUnknownFields = false)
public record MappingProperties(@DefaultValue("10s") Duration interval) {

    public MappingProperties {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("sundog.mapping.interval must be above zero: " + interval);
        }
    }
}
