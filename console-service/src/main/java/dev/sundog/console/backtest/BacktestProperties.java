package dev.sundog.console.backtest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much back-tests may take.
 *
 * @param running how many run at once, one or more
 * @param waiting how many wait for their turn, one or more; further ones are refused
 * @param records most records that one reads, one or more
 */
@ConfigurationProperties(prefix = "sundog.backtests", ignoreUnknownFields = false)
public record BacktestProperties(
        @DefaultValue("1") int running,
        @DefaultValue("5") int waiting,
        @DefaultValue("1000000") long records) {

    public BacktestProperties {
        check(running > 0, "running", running);
        check(waiting > 0, "waiting", waiting);
        check(records > 0, "records", records);
    }

    private static void check(boolean good, String name, long value) {
        if (!good) {
            throw new IllegalArgumentException("sundog.backtests." + name + " must be one or more: " + value);
        }
    }
}
