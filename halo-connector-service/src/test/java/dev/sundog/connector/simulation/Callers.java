package dev.sundog.connector.simulation;

import dev.sundog.connector.caller.CallerBench;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The real caller in one run of its process, with what it remembers. It sees the world through the call under work. */
final class Callers {

    private final CallerBench bench;
    private final Set<String> busy = new HashSet<>();
    private @Nullable CallOut underWork;

    Callers(World world) {
        this.bench = new CallerBench(
                id -> call().journal
                        .once(() -> Optional.ofNullable(world.sites.get(id)).map(Site::connection)),
                new ModelHaloApi(world, this::call),
                this::guarded,
                () -> time(world));
    }

    private <T> Answer<T> guarded(String connectionId, Sending sending, Callable<Answer<T>> exchange) {
        return call().guarded(sending, exchange);
    }

    private Instant time(World world) {
        CallOut out = underWork;
        if (out == null) {
            return world.agenda.instant();
        }
        return world.plants(PlantedFault.LAST_MOMENT_IGNORED)
                ? out.call.issuedAt()
                : out.journal.once(world.agenda::instant);
    }

    /** The caller's code, which sees the world through this call until another is under work. */
    CallerBench bench(@Nullable CallOut next) {
        underWork = next;
        return bench;
    }

    /** One exchange with a connection at a time. */
    boolean enter(String connectionId) {
        return busy.add(connectionId);
    }

    void leave(String connectionId) {
        busy.remove(connectionId);
    }

    private CallOut call() {
        return Objects.requireNonNull(underWork, "no call is under work");
    }
}
