package dev.sundog.console.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the history is judged.
 *
 * @param settled how long an event may take from one step to the next before it counts as unaccounted for, above zero
 */
@ConfigurationProperties(prefix = "sundog.history", ignoreUnknownFields = false)
public record HistoryProperties(@DefaultValue("5m") Duration settled) {

    public HistoryProperties {
        if (!settled.isPositive()) {
            throw new IllegalArgumentException("sundog.history.settled must be above zero: " + settled);
        }
    }
}
