package dev.sundog.benchmarks.simulator;

import dev.sundog.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A server in a JVM of its own, on one core where the machine can pin it. */
final class MeasuredProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final int port;
    private final Duration start;

    private MeasuredProcess(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param core that it may use; -1 for all
     * @param program flags of the JVM and what to run; {@code --port N} is added
     */
    static MeasuredProcess start(int core, List<String> program) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        if (core >= 0) {
            command.addAll(List.of("taskset", "-c", String.valueOf(core)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(List.of("--port", String.valueOf(port)));
        try {
            long before = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            awaitAnswer(process, port);
            return new MeasuredProcess(process, port, Duration.ofNanos(System.nanoTime() - before));
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command) + " cannot be started", e);
        }
    }

    /** Whether this machine can hold a process on one core, with another one left for the load. */
    static boolean canPin() {
        return Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));
    }

    int port() {
        return port;
    }

    /** From the command to the first answer. */
    Duration start() {
        return start;
    }

    /** Processor time so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Megabytes of memory that the process holds; 0 where that cannot be read. */
    long residentMegabytes() {
        try {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            return Files.exists(status) ? number(RESIDENT, Files.readString(status)) / 1024 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes of live objects, after a collection. */
    long liveMegabytes() {
        jcmd("GC.run");
        return number(USED, jcmd("GC.heap_info").split("Metaspace", 2)[0]) / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private String jcmd(String what) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process.pid()),
                            what)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum of all that the pattern finds. */
    private static long number(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static void awaitAnswer(Process process, int port) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        byte[] request = HttpConnection.request("GET", "/_sim/health", "", "");
        while (System.nanoTime() < end && process.isAlive()) {
            try (HttpConnection connection = new HttpConnection(port)) {
                connection.exchange(request);
                return;
            } catch (IOException _) {
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        }
        throw new IllegalStateException("the server does not answer on port " + port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
