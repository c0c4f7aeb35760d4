package dev.sundog.gateway.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The gateway's meters.
 *
 * <p>Every event that a sender handed in is counted once: it is either accepted, after the broker acknowledged it, or refused
 * with one reason. A request whose events cannot be told apart, such as one without a key, counts as one refused event. So
 * {@code events answered = sum(sundog_events_accepted_total) + sum(sundog_events_refused_total)}. All series are there from
 * the start, with zero.
 */
public final class GatewayMeters {

    private final Map<String, Counter> accepted;
    private final Map<String, Counter> refused;
    private final Counter unreadable;

    /**
     * Registers all series.
     *
     * @param kinds every kind of event
     * @param reasons every reason to refuse one
     */
    public GatewayMeters(MeterRegistry registry, Collection<String> kinds, Collection<String> reasons) {
        accepted = counters(
                kinds,
                kind -> Counter.builder("sundog.events.accepted")
                        .description("Events that the broker acknowledged")
                        .tag("kind", kind)
                        .register(registry));
        refused = counters(
                reasons,
                reason -> Counter.builder("sundog.events.refused")
                        .description("Events that were answered with a problem")
                        .tag("reason", reason)
                        .register(registry));
        unreadable = Counter.builder("sundog.status.records.unreadable")
                .description("Records passed over while following what became of events")
                .register(registry);
    }

    /** Counts one accepted event. */
    public void accepted(String kind) {
        count(accepted, kind, 1);
    }

    /** Counts refused events. */
    public void refused(String reason, int events) {
        count(refused, reason, events);
    }

    /** Counts one record that could not be read for the status of events. */
    public void unreadable() {
        unreadable.increment();
    }

    private static Map<String, Counter> counters(Collection<String> tags, Function<String, Counter> register) {
        return tags.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), register));
    }

    private static void count(Map<String, Counter> counters, String tag, int events) {
        var counter = counters.get(tag);
        if (counter == null) {
            throw new IllegalArgumentException("no such series: " + tag);
        }
        counter.increment(events);
    }
}
