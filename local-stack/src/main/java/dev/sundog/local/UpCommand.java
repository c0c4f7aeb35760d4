package dev.sundog.local;

import dev.sundog.local.options.StackOptions;
import dev.sundog.local.process.Patience;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.stack.StackSettings;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code sundog up}: the stack, until Ctrl-C. A service that falls is started again. */
final class UpCommand {

    private static final int RESTARTS = 5;

    private final Path home;
    private final Terminal terminal;

    UpCommand(Path home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        var options = StackOptions.parse(home, arguments);
        var layout = new StackLayout(home, options.data());
        long begin = System.nanoTime();
        try (var stack = Stack.prepare(StackSettings.of(layout, options.ports()).fresh(options.fresh()), terminal)) {
            ShutdownHook.closes(stack, terminal);
            terminal.line("starting (data and logs: " + layout.data() + ")");
            stack.start();
            terminal.line(String.format(Locale.ROOT, "up after %.1f s", (System.nanoTime() - begin) / 1e9));
            new Welcome(stack).print(terminal);
            return stay(stack);
        }
    }

    private int stay(Stack stack) {
        for (int left = RESTARTS; ; left--) {
            Patience.await(
                    Duration.ofDays(3_650),
                    Duration.ofSeconds(1),
                    () -> stack.fallen().isPresent());
            var fallen = stack.fallen().orElseThrow();
            if (left == 0 || !stack.isService(fallen.name())) {
                throw new CommandFailure(fallen.name() + " has ended.\n" + fallen.lastLines());
            }
            terminal.line(fallen.name() + " has ended; starting it again (log: "
                    + fallen.launch().log() + ")");
            stack.startService(fallen.name());
        }
    }
}
