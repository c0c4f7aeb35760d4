package dev.sundog.benchmarks.simulator;

import dev.sundog.benchmarks.load.HttpConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How much is measured, and with which programs.
 *
 * @param simulator what starts it, without flags of the JVM
 * @param flags of the JVM for what comes after the start
 * @param constant what starts the baseline
 * @param starts how often a start is measured
 * @param tickets how many there are before requests are measured
 * @param connections how many callers at once
 * @param warmUp before each measurement
 * @param length of each measurement
 */
public record BenchmarkPlan(
        List<String> simulator,
        List<String> flags,
        List<String> constant,
        int starts,
        int tickets,
        int connections,
        Duration warmUp,
        Duration length) {

    /** As the local stack starts it. */
    private static final List<String> FLAGS = List.of("-Xmx192m", "-XX:+UseSerialGC");

    public BenchmarkPlan {
        simulator = List.copyOf(simulator);
        flags = List.copyOf(flags);
        constant = List.copyOf(constant);
    }

    /** 100,000 tickets in a heap of at most 192 MB, eight callers, about two minutes in all. */
    public static BenchmarkPlan full(Path simulatorJar) {
        return new BenchmarkPlan(
                List.of("-jar", simulatorJar.toString()),
                FLAGS,
                List.of("-cp", System.getProperty("java.class.path"), ConstantServer.class.getName()),
                11,
                100_000,
                8,
                Duration.ofSeconds(3),
                Duration.ofSeconds(5));
    }

    /** A program with the flags. */
    List<String> flagged(List<String> program) {
        return Stream.concat(flags.stream(), program.stream()).toList();
    }

    Supplier<byte[]> anyRequest() {
        byte[] request = HttpConnection.request("GET", "/", "", "");
        return request::clone;
    }
}
