package dev.sundog.benchmarks.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurement as a whole, far too short for a figure. */
class SimulatorBenchmarkTest {

    @Test
    void measuresStartMemoryAndEveryRequest() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String classPath = System.getProperty("java.class.path");
        BenchmarkPlan plan = new BenchmarkPlan(
                List.of("-cp", classPath, "dev.sundog.simulator.SimulatorMain"),
                List.of("-XX:TieredStopAtLevel=1"),
                List.of("-cp", classPath, ConstantServer.class.getName()),
                1,
                250,
                2,
                Duration.ofMillis(1),
                Duration.ofMillis(50));

        new SimulatorBenchmark(plan, new PrintStream(printed, true, StandardCharsets.UTF_8), InstantSource.system())
                .run();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("command to first answer, ms", "with 250 tickets", "POST /api/Tickets, one ticket")
                .contains("| 0 |")
                .doesNotContain("| NaN |");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("| GET")))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).endsWith("| 0 |"));
    }
}
