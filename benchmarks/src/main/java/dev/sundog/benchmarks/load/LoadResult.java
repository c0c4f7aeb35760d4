package dev.sundog.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param refused answers that were not 2xx
 * @param micros how long the answers took
 */
public record LoadResult(long requests, long refused, Duration length, Histogram micros) {

    public double perSecond() {
        return requests * 1e9 / length.toNanos();
    }

    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
