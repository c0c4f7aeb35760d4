package dev.sundog.benchmarks.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Java program in a JVM of its own, the JDK of this one. It ends with this JVM at the latest. */
public final class JavaProcess implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param log where its output goes
     * @param program flags of the JVM and what to run
     */
    public static JavaProcess start(Path log, List<String> program) {
        var command = new ArrayList<String>();
        command.add(jdk("java"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(program);
        try {
            var started = new JavaProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
            Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command) + " cannot be started", e);
        }
    }

    /**
     * Still there?
     *
     * @throws IllegalStateException with the end of its log if it is not
     */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended with code " + process.exitValue() + ":\n" + endOfLog());
        }
    }

    /** Waits until it ends by itself; its code. */
    public int awaitEnd() {
        return process.onExit().join().exitValue();
    }

    /** Processor time so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Megabytes of memory that it holds; 0 where that cannot be read. */
    public long residentMegabytes() {
        try {
            var status = Path.of("/proc", String.valueOf(process.pid()), "status");
            return Files.exists(status) ? sum(RESIDENT, Files.readString(status)) / 1024 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes of live objects, after a collection. */
    public long liveMegabytes() {
        jcmd("GC.run");
        return sum(USED, jcmd("GC.heap_info").split("Metaspace", 2)[0]) / 1024;
    }

    /** The last lines that it wrote. */
    public String endOfLog() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String jcmd(String what) {
        try {
            var jcmd = new ProcessBuilder(jdk("jcmd"), String.valueOf(process.pid()), what).start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static long sum(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
