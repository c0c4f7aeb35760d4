package dev.sundog.local.chaos;

import dev.sundog.local.chaos.check.Checker;
import dev.sundog.local.chaos.check.Evidence;
import dev.sundog.local.chaos.check.Violation;
import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.script.FaultScript;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.chaos.world.World;
import dev.sundog.local.process.Patience;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** One run on a stack that is up: load and faults, healing, draining, the verdict. */
final class ChaosRun {

    private static final int MATTERS_PER_MINUTE = 80;
    private static final int EPILOGUE = 1_000_000;
    private static final Duration ACCEPTING = Duration.ofMinutes(1);
    /** Halo may ask a lane to wait for the five minutes of its window, and what waited has to go out then. */
    private static final Duration DRAINING = Duration.ofMinutes(7);

    private static final int LOOKS_TO_A_WORD = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Stack stack;
    private final Terminal terminal;
    private final InstantSource time;
    private final World world;
    private final Phases phases;
    private final LoadPlan plan;
    private final LoadPlan epilogue;
    private final FaultScript script;

    ChaosRun(Stack stack, Terminal terminal, InstantSource time, ChaosOptions options, long seed) {
        this.stack = stack;
        this.terminal = terminal;
        this.time = time;
        this.world = World.standard();
        this.phases = Phases.of(options.length());
        this.plan = LoadPlan.of(seed, world, phases.endOfFaults(), MATTERS_PER_MINUTE);
        this.epilogue =
                LoadPlan.of(seed + 1, world, phases.calm(), MATTERS_PER_MINUTE).numberedFrom(EPILOGUE);
        this.script = FaultScript.of(
                seed, phases.faults(), world.sites().stream().map(Site::halo).toList());
    }

    Outcome run() {
        var halos = new HttpHaloDesk(stack.simulatorUrl());
        world.sites().forEach(halos::open);
        var clock = new RunClock();
        Instant began = time.instant();
        var chronicle = new Chronicle(terminal, clock);
        var bench = new Bench(stack, world, halos, chronicle);
        var http = new HttpProduct(stack.gatewayUrl(), stack.apiKey(), chronicle);
        try (var groups = new KafkaGroups(stack.bootstrapServers());
                var avro = new AvroProduct(stack.bootstrapServers(), stack.registryUrl(), time)) {
            var load = new Load(time, http, avro);
            chronicle.note("%d events are to come, %d more when all is healed; calm"
                    .formatted(plan.events().size(), epilogue.events().size()));
            var sending = load.begin(plan, clock);
            Instant healed = strike(bench, clock, groups);
            var last = load.begin(epilogue, new RunClock());
            sending.await(ACCEPTING);
            last.await(ACCEPTING);
            chronicle.note(
                    "%d events are accepted; draining".formatted(load.accepted().size()));
            return settle(bench, groups, load, new Times(began, healed));
        }
    }

    private Instant strike(Bench bench, RunClock clock, KafkaGroups groups) {
        var ward = new Ward(Set.copyOf(stack.shape().brokerNames()));
        var striker = new Striker(bench, ward, ChaosSettings.SLOWNESS, groups::coordinator);
        try (var _ = new Keeper(bench, ward, striker)) {
            striker.play(script, clock, phases.calm());
            clock.awaitUntil(phases.endOfFaults());
            striker.heal();
            bench.chronicle().note("everything is up and well-behaved again");
        }
        return time.instant();
    }

    private Outcome settle(Bench bench, KafkaGroups groups, Load load, Times times) {
        var clock = new RunClock();
        var checker = new Checker(world, plan.and(epilogue));
        try (var room = new EvidenceRoom(bench, groups)) {
            Evidence evidence = room.collect(load);
            List<Violation> violations = checker.check(evidence);
            for (int look = 1; !violations.isEmpty() && clock.now().compareTo(DRAINING) < 0; look++) {
                if (look % LOOKS_TO_A_WORD == 0) {
                    bench.chronicle().note("not yet: " + violations.getFirst());
                }
                Patience.pause(BETWEEN_LOOKS);
                evidence = room.collect(load);
                violations = checker.check(evidence);
            }
            Duration drain = clock.now();
            if (violations.isEmpty()) {
                // What Halo does late would show now.
                Patience.pause(Duration.ofMillis(ChaosSettings.SLOWNESS.lateMillis() + 1_000));
                room.lookAgain();
                evidence = room.collect(load);
                violations = checker.check(evidence);
            }
            return new Outcome(
                    checker.figures(evidence),
                    violations,
                    load.tries(),
                    bench.chronicle().counts(),
                    phases,
                    times.began(),
                    times.healed(),
                    drain);
        }
    }

    private record Times(Instant began, Instant healed) {}
}
