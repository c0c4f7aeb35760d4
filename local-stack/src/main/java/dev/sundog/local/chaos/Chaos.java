package dev.sundog.local.chaos;

import dev.sundog.local.chaos.check.Violation;
import dev.sundog.local.chaos.isolation.Ailment;
import dev.sundog.local.chaos.isolation.Comparison;
import dev.sundog.local.chaos.isolation.Hospital;
import dev.sundog.local.chaos.world.World;
import dev.sundog.local.chaos.world.WorldFiles;
import dev.sundog.local.options.Ports;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.stack.StackSettings;
import dev.sundog.local.stack.StackShape;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts a stack of its own for one run of chaos and ends it again, whatever comes of it. */
public final class Chaos {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path home;
    private final Terminal terminal;
    private final InstantSource time;
    private final Consumer<Stack> atExit;

    /**
     * Chaos on what is built in a checkout.
     *
     * @param atExit told of the stack before it starts, so that it is closed even if nobody comes back here
     */
    public Chaos(Path home, Terminal terminal, InstantSource time, Consumer<Stack> atExit) {
        this.home = home;
        this.terminal = terminal;
        this.time = time;
        this.atExit = atExit;
    }

    /**
     * Strikes a cluster.
     *
     * @return how many invariants do not hold
     * @throws CommandFailure if the stack does not come as far as a verdict
     */
    public int strike(ChaosOptions options) {
        long seed = options.seed().orElseGet(() -> time.instant().toEpochMilli() % 100_000);
        var layout = layout(options);
        Outcome outcome;
        try (var stack = prepare(options, layout, World.standard(), StackShape.CLUSTER)) {
            terminal.line("chaos: %d s, seed %d; logs and data: %s"
                    .formatted(options.length().toSeconds(), seed, layout.data()));
            terminal.line("connectors with " + String.join(", ", ChaosSettings.CONNECTOR));
            stack.start();
            outcome = new ChaosRun(stack, terminal, time, options, seed).run();
            new Report(terminal).print(outcome);
            terminal.line();
            terminal.line("same script again: ./sundog chaos --minutes %d --seed %d"
                    .formatted(options.length().toMinutes(), seed));
        }
        if (outcome.violations().isEmpty()) {
            forgetData(layout);
        }
        return Math.toIntExact(outcome.violations().stream()
                .map(Violation::invariant)
                .distinct()
                .count());
    }

    /**
     * Measures how far sick connections slow healthy ones.
     *
     * @return false if they do so beyond the budget for certain
     * @throws CommandFailure if the stack does not come as far as a verdict
     */
    public boolean compare(ChaosOptions options) {
        var rounds = IsolationRun.rounds(options.length());
        var world = IsolationRun.hospital(rounds).world();
        var layout = layout(options);
        Isolation isolation;
        try (var stack = prepare(options, layout, world, StackShape.SINGLE)) {
            terminal.line("isolation: %d healthy connections, in every other round three sick ones; logs and data: %s"
                    .formatted(Hospital.HEALTHY, layout.data()));
            Stream.of(Ailment.values()).forEach(ailment -> terminal.line("  one " + ailment.words()));
            stack.start();
            isolation = new IsolationRun(stack, terminal, time, rounds).run();
            isolation.print(terminal);
        }
        forgetData(layout);
        return isolation.comparison().verdict() != Comparison.Verdict.BEYOND;
    }

    private StackLayout layout(ChaosOptions options) {
        return new StackLayout(home, options.data().resolve(NAME.format(time.instant())));
    }

    private Stack prepare(ChaosOptions options, StackLayout layout, World world, StackShape shape) {
        var settings = StackSettings.of(layout, options.ports().orElseGet(Ports::restartable))
                .fresh(true)
                .shaped(shape)
                .connector(ChaosSettings.CONNECTOR)
                .configured(write(layout.folder("config"), WorldFiles.of(world)));
        var stack = Stack.prepare(settings, terminal);
        atExit.accept(stack);
        return stack;
    }

    /** Logs stay. Nobody will want to look for anything in the rest of a run that went well, and it is large. */
    private static void forgetData(StackLayout layout) {
        layout.forget("kafka", "kafka-1", "kafka-2", "kafka-3", "registry", "postgres", "state", "tmp", "secrets");
    }

    private static Path write(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }
}
