package dev.sundog.local.chaos;

import dev.sundog.local.chaos.HttpHaloDesk.Slowness;
import dev.sundog.local.chaos.script.Fault;
import dev.sundog.local.chaos.script.FaultScript;
import dev.sundog.local.chaos.script.Strike;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.chaos.world.World;
import dev.sundog.local.process.Patience;
import dev.sundog.local.process.Signal;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.CommandFailure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Plays a script of faults on a running stack. A fault whose target is struck already is left out, and that is said. */
final class Striker {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final int TRIES = 5;

    private final Stack stack;
    private final World world;
    private final HttpHaloDesk halos;
    private final Slowness slowness;
    private final Chronicle chronicle;
    private final Ward ward;
    private final Supplier<String> coordinator;

    /** @param coordinator name of the broker that coordinates delivery now */
    Striker(Bench bench, Ward ward, Slowness slowness, Supplier<String> coordinator) {
        this.stack = bench.stack();
        this.world = bench.world();
        this.halos = bench.halos();
        this.chronicle = bench.chronicle();
        this.ward = ward;
        this.slowness = slowness;
        this.coordinator = coordinator;
    }

    /**
     * Plays it; returns when the last fault has begun.
     *
     * @param begin of the script, from the begin of the run
     */
    void play(FaultScript script, RunClock clock, Duration begin) {
        for (Strike strike : script.strikes()) {
            clock.awaitUntil(begin.plus(strike.at()));
            strike(strike.fault());
        }
    }

    /**
     * Ends what still goes on, and waits until every part is up.
     *
     * @throws CommandFailure if a part does not come up again
     */
    void heal() {
        if (!ward.awaitEmpty(HEALING)) {
            throw new CommandFailure("not up again after %d s: %s".formatted(HEALING.toSeconds(), ward.struck()));
        }
        world.sites().forEach(halos::end);
    }

    private void strike(Fault fault) {
        String target = fault.target().equals(Fault.COORDINATOR) ? coordinator.get() : fault.target();
        String words = fault.words().replace(Fault.COORDINATOR, target + " (coordinator)");
        if (target.isEmpty() || !ward.take(target)) {
            chronicle.count("left out", "left out, since it or its like is struck already: " + words);
            return;
        }
        chronicle.count(word(fault), words);
        Thread.ofVirtual().name("strike " + target).start(() -> {
            try {
                switch (fault) {
                    case Fault.Kill kill -> kill(target, kill.away());
                    case Fault.Hold hold -> hold(target, hold.length());
                    case Fault.Trouble trouble -> trouble(trouble);
                }
                ward.release(target);
            } catch (CommandFailure | IllegalStateException | UncheckedIOException e) {
                // It stays struck: healing fails and says which part it is.
                chronicle.note(target + ": " + e.getMessage());
            }
        });
    }

    private void kill(String part, Duration away) {
        stack.kill(part);
        Patience.pause(away);
        startAgain(part);
    }

    /** As a supervisor does: a part that ends while it starts, since what it needs is away, is started again. */
    void startAgain(String part) {
        long begin = System.nanoTime();
        for (int left = TRIES; ; left--) {
            try {
                stack.startAgain(part);
                double seconds = (System.nanoTime() - begin) / 1e9;
                chronicle.note(String.format(Locale.ROOT, "%s is up again, %.1f s after its start", part, seconds));
                return;
            } catch (CommandFailure e) {
                if (left == 1) {
                    throw e;
                }
                chronicle.count("ended while starting", part + " ended while it started; again");
                Patience.pause(Duration.ofSeconds(2));
            }
        }
    }

    private void hold(String part, Duration length) {
        stack.signal(part, Signal.STOP);
        try {
            Patience.pause(length);
        } finally {
            stack.signal(part, Signal.CONT);
        }
    }

    private void trouble(Fault.Trouble trouble) {
        Site site = world.sites().stream()
                .filter(each -> each.halo().equals(trouble.halo()))
                .findFirst()
                .orElseThrow();
        halos.begin(site, trouble.kind(), slowness);
        Patience.pause(trouble.length());
        halos.end(site);
    }

    private static String word(Fault fault) {
        return switch (fault) {
            case Fault.Kill _ -> "kill -9";
            case Fault.Hold _ -> "SIGSTOP";
            case Fault.Trouble _ -> "trouble in Halo";
        };
    }
}
