package dev.sundog.console.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/**
 * What operators see of the console.
 *
 * <p>Sums: of each topic, records read by the group {@code sundog-console} = {@code sundog_history_records_total} +
 * {@code sundog_history_skipped_total}, plus what was read again after a crash. Over all events, accepted = ticketed + failed +
 * suppressed + parked + refused + in flight + {@code sundog_unaccounted_events}, so the last should be zero; dead letters were
 * never events and stand beside it.
 */
public final class ConsoleMeters {

    private final MeterRegistry registry;
    private final Counter published;

    public ConsoleMeters(MeterRegistry registry) {
        this.registry = registry;
        this.published = Counter.builder("sundog.configuration.published")
                .description("configuration records that the broker has")
                .register(registry);
    }

    /** Configuration records that the broker acknowledged. */
    public void configurationPublished(int records) {
        published.increment(records);
    }

    /** How many changes Kafka has yet to be told. */
    public void outboxPending(LongSupplier pending) {
        Gauge.builder("sundog.outbox.pending", pending, LongSupplier::getAsLong)
                .description("configuration changes that wait to be published")
                .strongReference(true)
                .register(registry);
    }

    /** Events that nobody can account for: none, if all is well. */
    public void unaccountedEvents(LongSupplier unaccounted) {
        Gauge.builder("sundog.unaccounted.events", unaccounted, LongSupplier::getAsLong)
                .description("events accepted long enough ago that have neither ended nor reached the next step")
                .strongReference(true)
                .register(registry);
    }

    /** Records of a topic that are in the history. */
    public void recordsWritten(String topic, int records) {
        Counter.builder("sundog.history.records")
                .description("records written to the history")
                .tag("topic", topic)
                .register(registry)
                .increment(records);
    }

    /** A record of a topic that cannot be in the history: nobody can read it, or the database cannot hold it. */
    public void recordSkipped(String topic) {
        Counter.builder("sundog.history.skipped")
                .description("records that could not be written to the history")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }
}
