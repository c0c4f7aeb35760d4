package dev.sundog.routing.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What routing counts.
 *
 * <p>Sums: events read = decisions − decisions that released a parked event + dead letters; parked now = decisions with PARKED
 * − releases. A decision that only says why an event goes on waiting is not among them. All are counted when they are made, so a transaction that is repeated after a crash counts twice here and once on the topics.
 */
public final class RoutingMeters {

    // An alert on a counter's growth misses its first step, unless it stood at zero before.
    private static final List<String> OUTCOMES = List.of("ROUTED", "SUPPRESSED", "PARKED", "REFUSED");

    private final MeterRegistry registry;
    private final Map<String, Counter> decisions = new ConcurrentHashMap<>();
    private final AtomicLong parked;
    private final Counter releases;
    private final Counter waits;

    public RoutingMeters(MeterRegistry registry) {
        this.registry = registry;
        this.parked = registry.gauge("sundog.routing.parked.events", new AtomicLong());
        this.releases = registry.counter("sundog.routing.releases");
        this.waits = registry.counter("sundog.routing.waits.changed");
        OUTCOMES.forEach(outcome -> decisions.put(outcome, decisions(outcome)));
    }

    /** How many configuration records of a topic are known, read whenever somebody looks. */
    public void configuration(String topic, Supplier<Number> known) {
        Gauge.builder("sundog.configuration.records", known).tag("topic", topic).register(registry);
    }

    /** A decision was made; the outcome is ROUTED, SUPPRESSED, PARKED or REFUSED. */
    public void decided(String outcome) {
        decisions.computeIfAbsent(outcome, this::decisions).increment();
    }

    /** A draft in shadow was to decide beside: same, different, failed or passed_over. */
    public void shadow(String ended) {
        registry.counter("sundog.routing.shadow", "ended", ended).increment();
    }

    /** A parked event goes on waiting, for another reason or although a person wanted it released. */
    public void waitsOn() {
        waits.increment();
    }

    /** A person's command about parked events was carried out, refused, or came again; the outcome says which. */
    public void commanded(String outcome) {
        registry.counter("sundog.routing.parking.commands", "outcome", outcome).increment();
    }

    /** A parked event left its queue. */
    public void released() {
        releases.increment();
    }

    /** The number of parked events changed by so many. */
    public void parked(long change) {
        parked.addAndGet(change);
    }

    /** A record of this topic went to its dead letters. */
    public void deadLetter(String topic) {
        registry.counter("sundog.routing.dead.letters", "topic", topic).increment();
    }

    /** A configuration record of this topic could not be read. */
    public void unreadableConfiguration(String topic) {
        registry.counter("sundog.routing.configuration.unreadable", "topic", topic)
                .increment();
    }

    /** A stream thread died and was replaced. */
    public void threadDied() {
        registry.counter("sundog.routing.thread.deaths").increment();
    }

    private Counter decisions(String outcome) {
        return registry.counter("sundog.routing.decisions", "outcome", outcome.toLowerCase(Locale.ROOT));
    }
}
