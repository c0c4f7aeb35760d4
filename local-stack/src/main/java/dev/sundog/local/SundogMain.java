package dev.sundog.local;

import dev.sundog.local.apply.ApplyCommand;
import dev.sundog.local.apply.ExportCommand;
import dev.sundog.local.apply.PlanCommand;
import dev.sundog.local.example.TestCommand;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.nio.file.Path;
import java.util.List;

/** The launcher behind the script {@code sundog}. */
public final class SundogMain {

    private SundogMain() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param arguments the command and its options; {@code sundog.home} names the folder of the checkout
     */
    public static void main(String[] arguments) {
        var terminal = new Terminal(System.out, System.err);
        Path home =
                Path.of(System.getProperty("sundog.home", ".")).toAbsolutePath().normalize();
        int code;
        try {
            code = run(List.of(arguments), home, terminal);
        } catch (Usage e) {
            terminal.error(String.valueOf(e.getMessage()));
            code = 2;
        } catch (CommandFailure e) {
            terminal.error(String.valueOf(e.getMessage()));
            code = 1;
        } catch (RuntimeException | Error e) {
            terminal.error(LauncherLog.of(home).write(e));
            code = 1;
        }
        System.exit(code);
    }

    private static int run(List<String> arguments, Path home, Terminal terminal) {
        var options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "apply" -> new ApplyCommand(terminal, System.getenv()).run(options);
            case "plan" -> new PlanCommand(terminal, System.getenv()).run(options);
            case "export" -> new ExportCommand(terminal, System.getenv()).run(options);
            case "test" -> new TestCommand(terminal, System.getenv()).run(options);
            case "up" -> new UpCommand(home, terminal).run(options);
            case "demo" -> new DemoCommand(home, terminal).run(options);
            case "chaos" -> new ChaosCommand(home, terminal).run(options);
            case "simulator" -> new SimulatorCommand(home).run(options);
            default -> throw new Usage("commands are demo, up, simulator, chaos, apply, plan, export and test");
        };
    }
}
