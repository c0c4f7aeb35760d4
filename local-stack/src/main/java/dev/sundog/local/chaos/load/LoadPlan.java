package dev.sundog.local.chaos.load;

import dev.sundog.local.chaos.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All events of a run in the order in which they are due.
 *
 * @param events to be sent
 */
public record LoadPlan(List<PlannedEvent> events) {

    public LoadPlan {
        events = List.copyOf(events);
    }

    /** This and another that is played after it; their matters must be different ones. */
    public LoadPlan and(LoadPlan later) {
        return new LoadPlan(
                Stream.concat(events.stream(), later.events().stream()).toList());
    }

    /** The same plan about other matters. */
    public LoadPlan numberedFrom(int first) {
        return new LoadPlan(events.stream().map(event -> event.numbered(first)).toList());
    }

    /**
     * Draws a plan. The same arguments give the same plan.
     *
     * @param length of the time in which events are due
     * @param mattersPerMinute new matters in a minute, one or more
     */
    public static LoadPlan of(long seed, World world, Duration length, int mattersPerMinute) {
        var random = new SplittableRandom(seed);
        int matters = Math.toIntExact(Math.max(1, length.toMillis() * mattersPerMinute / 60_000));
        var events = IntStream.range(0, matters)
                .boxed()
                .flatMap(number -> new Matter(number, world, random.split(), length)
                        .events(length.multipliedBy(number).dividedBy(matters)).stream())
                .sorted(Comparator.comparing(PlannedEvent::at))
                .toList();
        return new LoadPlan(events);
    }
}
