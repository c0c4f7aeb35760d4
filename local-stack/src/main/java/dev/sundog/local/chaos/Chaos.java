package dev.sundog.local.chaos;

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
     * Runs it.
     *
     * @return how many invariants do not hold
     * @throws CommandFailure if the stack does not come as far as a verdict
     */
    public int run(ChaosOptions options) {
        long seed = options.seed().orElseGet(() -> time.instant().toEpochMilli() % 100_000);
        var layout = new StackLayout(home, options.data().resolve(NAME.format(time.instant())));
        Path configuration = write(layout.folder("config"), WorldFiles.of(World.standard()));
        var settings = StackSettings.of(layout, options.ports().orElseGet(Ports::restartable))
                .fresh(true)
                .shaped(StackShape.CLUSTER)
                .connector(ChaosSettings.CONNECTOR)
                .configured(configuration);
        try (var stack = Stack.prepare(settings, terminal)) {
            atExit.accept(stack);
            terminal.line("chaos: %d s, seed %d; logs and data: %s"
                    .formatted(options.length().toSeconds(), seed, layout.data()));
            terminal.line("connectors with " + String.join(", ", ChaosSettings.CONNECTOR));
            stack.start();
            var outcome = new ChaosRun(stack, terminal, time, options, seed).run();
            new Report(terminal).print(outcome);
            terminal.line();
            terminal.line("same script again: ./sundog chaos --minutes %d --seed %d"
                    .formatted(options.length().toMinutes(), seed));
            return Math.toIntExact(outcome.violations().stream()
                    .map(violation -> violation.invariant())
                    .distinct()
                    .count());
        }
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
