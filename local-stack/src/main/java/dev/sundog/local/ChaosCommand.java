package dev.sundog.local;

import dev.sundog.local.chaos.Chaos;
import dev.sundog.local.chaos.ChaosOptions;
import dev.sundog.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** {@code sundog chaos}: the stack under faults; exit code 1 when something is not as it must be. */
final class ChaosCommand {

    private final Path home;
    private final Terminal terminal;

    ChaosCommand(Path home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        var options = ChaosOptions.parse(home, arguments);
        var chaos = new Chaos(home, terminal, InstantSource.system(), stack -> ShutdownHook.closes(stack, terminal));
        return options.isolation() ? compare(chaos, options) : strike(chaos, options);
    }

    private int strike(Chaos chaos, ChaosOptions options) {
        int broken = chaos.strike(options);
        terminal.line(
                broken == 0 ? "every invariant holds; everything is stopped" : broken + " invariants do not hold");
        return broken == 0 ? 0 : 1;
    }

    private int compare(Chaos chaos, ChaosOptions options) {
        boolean within = chaos.compare(options);
        terminal.line(within ? "everything is stopped" : "the sick slow the healthy");
        return within ? 0 : 1;
    }
}
