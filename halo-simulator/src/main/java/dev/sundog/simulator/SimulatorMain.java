package dev.sundog.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator alone: {@code --port 8070 --host 127.0.0.1 --tenant NAME}; the last as often as wanted. */
public final class SimulatorMain {

    private SimulatorMain() {}

    static void main(String[] args) throws InterruptedException {
        PrintStream console = System.out;
        try {
            HaloSimulator simulator = HaloSimulator.start(options(args));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            console.println("Halo simulator listens on " + simulator.baseUri());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            console.println(e.getMessage());
            Runtime.getRuntime().exit(2);
        }
        new CountDownLatch(1).await();
    }

    static SimulatorOptions options(String[] args) {
        SimulatorOptions options = SimulatorOptions.defaults().withPort(8070);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("no value after " + args[i]);
            }
            String value = args[i + 1];
            options = switch (args[i]) {
                case "--port" -> options.withPort(port(value));
                case "--host" -> options.withHost(value);
                case "--tenant" -> options.withTenant(TenantOptions.named(value));
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + args[i] + "; known: --port, --host, --tenant");
            };
        }
        return options;
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("--port must be 0 to 65535: " + value);
        }
        return Integer.parseInt(value);
    }
}
