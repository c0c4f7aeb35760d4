package dev.sundog.connector.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The connector in figures. {@code sundog_halo_calls_total} over all outcomes = calls decided − calls whose outcome never
 * came (a caller that died); the sum of {@code sundog_lanes} = connections that ever had a ticket.
 *
 * <p>Everything counted inside the lifecycle may count again what a transaction lost: good for rates, not for books.
 */
@Component
public final class ConnectorMeters {

    private static final List<String> ACTIVITIES = List.of("FREE", "CALLING", "PAUSED", "SPENT", "DISABLED");

    /**
     * How the lanes of one task stand.
     *
     * @param states how many lanes do what
     * @param pending tickets that wait for a turn
     * @param oldest the longest wait
     */
    public record Lanes(Map<String, Integer> states, int pending, Duration oldest) {
        public Lanes {
            states = Map.copyOf(states);
        }
    }

    private final MeterRegistry registry;
    private final Timer eventToTicket;
    private final Counter doubled;
    private final Map<String, Lanes> tasks = new ConcurrentHashMap<>();

    public ConnectorMeters(MeterRegistry registry) {
        this.registry = registry;
        this.eventToTicket = Timer.builder("sundog.event.to.ticket")
                .description("From acceptance of an event to its ticket in Halo")
                .serviceLevelObjectives(buckets())
                .register(registry);
        this.doubled = Counter.builder("sundog.tickets.doubled")
                .description("References for which Halo has several tickets")
                .register(registry);
        Gauge.builder("sundog.lane.pending", tasks, all -> sum(all, Lanes::pending))
                .description("Tickets that wait for a turn in their lane")
                .register(registry);
        Gauge.builder("sundog.lane.oldest", tasks, ConnectorMeters::oldest)
                .baseUnit("seconds")
                .description("Longest wait of a ticket for its turn")
                .register(registry);
        for (String activity : ACTIVITIES) {
            Gauge.builder(
                            "sundog.lanes",
                            tasks,
                            all -> sum(all, lanes -> lanes.states().getOrDefault(activity, 0)))
                    .tag("state", activity)
                    .description("Lanes by what they do")
                    .register(registry);
        }
    }

    /** An event has its ticket. */
    public void ticketed(Instant acceptedAt, Instant confirmedAt) {
        Duration took = Duration.between(acceptedAt, confirmedAt);
        eventToTicket.record(took.isNegative() ? Duration.ZERO : took);
    }

    /** Halo has several tickets for one reference. */
    public void doubled() {
        doubled.increment();
    }

    /** A call ended. */
    public void called(String operation, String outcome) {
        registry.counter("sundog.halo.calls", "operation", operation, "outcome", outcome)
                .increment();
    }

    /** How the lanes of a task stand now. */
    public void lanes(String task, Lanes lanes) {
        tasks.put(task, lanes);
    }

    /** The task is somebody else's now. */
    public void forget(String task) {
        tasks.remove(task);
    }

    private static double sum(Map<String, Lanes> tasks, ToIntFunction<Lanes> figure) {
        return tasks.values().stream().mapToInt(figure).sum();
    }

    private static double oldest(Map<String, Lanes> tasks) {
        return tasks.values().stream()
                .mapToDouble(lanes -> lanes.oldest().toMillis() / 1000.0)
                .max()
                .orElse(0);
    }

    private static Duration[] buckets() {
        return Stream.of(50, 100, 150, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 900_000)
                .map(Duration::ofMillis)
                .toArray(Duration[]::new);
    }
}
