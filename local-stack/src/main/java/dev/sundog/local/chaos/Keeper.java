package dev.sundog.local.chaos;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.process.Patience;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.CommandFailure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Does for our services what a cluster does for its pods: starts one again that ended by itself, or that says three times in a
 * row that it is dead for good.
 */
final class Keeper implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int TIMES = 3;

    private final Stack stack;
    private final Ward ward;
    private final Striker striker;
    private final Chronicle chronicle;
    private final Map<String, Integer> dead = new HashMap<>();
    private volatile boolean ending;
    private final Thread thread;

    Keeper(Bench bench, Ward ward, Striker striker) {
        this.stack = bench.stack();
        this.chronicle = bench.chronicle();
        this.ward = ward;
        this.striker = striker;
        this.thread = Thread.ofVirtual().name("keeper").start(this::keep);
    }

    /** Ends its rounds; a part that it starts at the moment is waited for. */
    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        while (!ending) {
            stack.shape().services().forEach(this::look);
            Patience.pause(PAUSE);
        }
    }

    private void look(String service) {
        if (!ward.take(service)) {
            dead.remove(service);
            return;
        }
        boolean ended = !stack.child(service).isAlive();
        boolean hopeless = !ended && isDead(service) && dead.merge(service, 1, Integer::sum) >= TIMES;
        if (ended || hopeless) {
            dead.remove(service);
            chronicle.count(
                    ended ? "ended by itself" : "not alive any more",
                    service + (ended ? " ended by itself; started again" : " says that it is dead; started again"));
            stack.kill(service);
            if (!startsAgain(service)) {
                return;
            }
        }
        ward.release(service);
    }

    /** One that does not stays struck: healing fails and says which it is. */
    private boolean startsAgain(String service) {
        try {
            striker.startAgain(service);
            return true;
        } catch (CommandFailure e) {
            chronicle.note(service + ": " + e.getMessage());
            return false;
        }
    }

    private boolean isDead(String service) {
        var http = new HttpJson(stack.managementUrl(service), Map.of());
        try {
            boolean down = http.get("/actuator/health/liveness").status() == 503;
            if (!down) {
                dead.remove(service);
            }
            return down;
        } catch (UncheckedIOException _) {
            return false;
        }
    }
}
