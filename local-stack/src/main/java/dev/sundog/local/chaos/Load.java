package dev.sundog.local.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.load.Way;
import dev.sundog.local.process.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a plan as careful products do: each event again and again, under the same id, until it is accepted; the next one of its
 * matter only then.
 */
final class Load {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(500);

    private final InstantSource time;
    private final Product http;
    private final Product avro;
    private final Map<String, Instant> accepted = new ConcurrentHashMap<>();
    private final Set<String> undecided = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tries = new AtomicInteger();

    Load(InstantSource time, Product http, Product avro) {
        this.time = time;
        this.http = http;
        this.avro = avro;
    }

    /**
     * Begins to send; each matter in a thread of its own.
     *
     * @param clock from whose begin the plan's moments count
     */
    Sending begin(LoadPlan plan, RunClock clock) {
        var matters = plan.events().stream().collect(groupingBy(PlannedEvent::matter, TreeMap::new, toList()));
        var givenUp = new AtomicBoolean();
        var threads = matters.values().stream()
                .map(matter -> Thread.ofVirtual().start(() -> send(matter, clock, givenUp)))
                .toList();
        return new Sending(threads, givenUp);
    }

    Map<String, Instant> accepted() {
        return Map.copyOf(accepted);
    }

    /** Ids of events that were sent and never accepted. */
    Set<String> undecided() {
        return Set.copyOf(undecided);
    }

    /** How often anything was sent. */
    int tries() {
        return tries.get();
    }

    private void send(List<PlannedEvent> matter, RunClock clock, AtomicBoolean givenUp) {
        for (PlannedEvent event : matter) {
            clock.awaitUntil(event.at());
            undecided.add(event.id());
            while (!once(event)) {
                if (givenUp.get()) {
                    return;
                }
                Patience.pause(BEFORE_ANOTHER_TRY);
            }
            accepted.put(event.id(), time.instant());
            undecided.remove(event.id());
        }
    }

    private boolean once(PlannedEvent event) {
        tries.incrementAndGet();
        return (event.way() == Way.HTTP ? http : avro).send(event);
    }

    /** The load under way. */
    static final class Sending {

        private final List<Thread> threads;
        private final AtomicBoolean givenUp;

        private Sending(List<Thread> threads, AtomicBoolean givenUp) {
            this.threads = threads;
            this.givenUp = givenUp;
        }

        /** Waits until all is accepted, and gives up the rest after that time. */
        void await(Duration atMost) {
            Patience.await(atMost, () -> threads.stream().noneMatch(Thread::isAlive));
            givenUp.set(true);
            Patience.await(Duration.ofMinutes(2), () -> threads.stream().noneMatch(Thread::isAlive));
        }
    }
}
