package dev.sundog.local;

import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.stack.SimulatorProcess;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code sundog simulator}: Halo, simulated, alone and in the foreground. */
final class SimulatorCommand {

    private final Path home;

    SimulatorCommand(Path home) {
        this.home = home;
    }

    int run(List<String> options) {
        int port = port(options);
        var layout = new StackLayout(home, home.resolve(".sundog").resolve("simulator"));
        try {
            var process = new ProcessBuilder(SimulatorProcess.command(layout, port))
                    .inheritIO()
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new CommandFailure("the simulator cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int port(List<String> options) {
        if (options.isEmpty()) {
            return Port.SIMULATOR.standard();
        }
        if (options.size() != 2
                || !options.getFirst().equals("--port")
                || !options.get(1).matches("\\d{1,5}")) {
            throw new Usage("simulator takes --port N only");
        }
        return Ports.standard()
                .with(Port.SIMULATOR, Integer.parseInt(options.get(1)))
                .at(Port.SIMULATOR);
    }
}
