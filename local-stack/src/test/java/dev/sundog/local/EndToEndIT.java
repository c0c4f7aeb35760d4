package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.apply.ApplyCommand;
import dev.sundog.local.demo.Demo;
import dev.sundog.local.options.Ports;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.stack.StackSettings;
import dev.sundog.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from the real jars: broker, registry, database, simulator and the four services as processes. */
class EndToEndIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path data;

    @Test
    void bringsEveryEventToOneTicketThroughAKillAndLeavesNoProcessBehind() {
        var terminal = new Terminal(System.out, System.err);
        var settings = new StackSettings(new StackLayout(HOME, data), Ports.free(), true, Demo.CONNECTOR_SETTINGS);
        var processes = new ArrayList<ProcessHandle>();

        try (var stack = Stack.prepare(settings, terminal)) {
            stack.start();
            new Demo(stack, terminal, Instant.ofEpochSecond(1_800_000_000)).run(true);
            processes.addAll(stack.processes());
            assertThat(applyAgain(stack))
                    .contains("Policy acme-policy unchanged", "Organization contoso unchanged")
                    .anyMatch(line -> line.startsWith("Connection acme-halo unchanged (its secret"));
        }

        assertThat(processes).hasSizeGreaterThanOrEqualTo(8).noneMatch(ProcessHandle::isAlive);
    }

    private static List<String> applyAgain(Stack stack) {
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        var command =
                new ApplyCommand(new Terminal(printer, printer), Map.of("SUNDOG_SIMULATOR_URL", stack.simulatorUrl()));
        var files = stack.layout().configuration().stream().map(Path::toString);
        int code = command.run(
                Stream.concat(Stream.of("--console", stack.consoleUrl()), files).toList());
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
