package dev.sundog.local;

import dev.sundog.local.demo.Demo;
import dev.sundog.local.options.StackOptions;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.stack.StackSettings;
import dev.sundog.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** {@code sundog demo}: the stack with data of its own, the demo on it, and everything ended. */
final class DemoCommand {

    private final Path home;
    private final Terminal terminal;

    DemoCommand(Path home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        var options = StackOptions.parse(home, arguments);
        var layout = new StackLayout(home, options.data().resolve("demo"));
        var settings = StackSettings.of(layout, options.ports()).fresh(true).connector(Demo.CONNECTOR_SETTINGS);
        long begin = System.nanoTime();
        try (var stack = Stack.prepare(settings, terminal)) {
            ShutdownHook.closes(stack, terminal);
            terminal.line("starting (data and logs: " + layout.data() + ")");
            stack.start();
            terminal.line(String.format(Locale.ROOT, "up after %.1f s", seconds(begin)));
            new Demo(stack, terminal, InstantSource.system().instant()).run(options.quick());
        }
        terminal.line();
        terminal.line(String.format(Locale.ROOT, "all of it is true; everything is stopped (%.0f s)", seconds(begin)));
        return 0;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
