package dev.sundog.benchmarks;

import dev.sundog.benchmarks.routing.RestoreBenchmark;
import dev.sundog.benchmarks.routing.RoutingBenchmark;
import dev.sundog.benchmarks.routing.ThroughputBenchmark;
import dev.sundog.benchmarks.simulator.BenchmarkPlan;
import dev.sundog.benchmarks.simulator.SimulatorBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;

/** {@code ./sundog bench NAME}: one measurement by its name. */
public final class Benchmarks {

    private static final int ALERTS = 200_000;
    private static final int ORGANIZATIONS = 1_000_000;

    private Benchmarks() {}

    /** {@code sundog.home} names the folder of the checkout; the modules must have been packaged. */
    static void main(String[] args) throws IOException, InterruptedException {
        PrintStream console = System.out;
        Path home = Path.of(System.getProperty("sundog.home", "."));
        switch (args.length == 0 ? "simulator" : args[0]) {
            case "simulator" ->
                new SimulatorBenchmark(BenchmarkPlan.full(simulator(home)), console, InstantSource.system()).run();
            case "routing" -> {
                new RoutingBenchmark(console).run();
                new ThroughputBenchmark(home, ALERTS, console).run();
                new RestoreBenchmark(home, ORGANIZATIONS, console).run();
            }
            case "routing-throughput" -> new ThroughputBenchmark(home, ALERTS, console).run();
            case "routing-restore" -> new RestoreBenchmark(home, ORGANIZATIONS, console).run();
            default -> {
                console.println("sundog: bench knows simulator, routing, routing-throughput and routing-restore, not "
                        + args[0]);
                Runtime.getRuntime().exit(2);
            }
        }
    }

    private static Path simulator(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("halo-simulator/target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the simulator is not built; run mvn package"));
        }
    }
}
