package dev.sundog.local.process;

import dev.sundog.local.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One real process of the stack. */
public final class ChildProcess {

    private static final List<String> FOREIGN_SETTINGS =
            List.of("SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "SUNDOG_", "KAFKA_", "QUARKUS_", "APICURIO_");

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /** Starts it and writes it into the ledger. */
    public static ChildProcess start(Launch launch, ProcessLedger ledger) {
        // Ctrl-C reaches the whole terminal group. The launcher alone shall hear it and end the others in their order.
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", launch.name()));
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(launch.log().toFile()));
        builder.environment()
                .keySet()
                .removeIf(name -> FOREIGN_SETTINGS.stream().anyMatch(name::startsWith));
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            Process process = builder.start();
            ledger.add(launch.name(), process.toHandle());
            return new ChildProcess(launch, process);
        } catch (IOException e) {
            throw new CommandFailure(launch.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return launch.name();
    }

    public Launch launch() {
        return launch;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its own end. */
    public int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name(), e);
        }
    }

    /**
     * Waits until it is ready.
     *
     * @throws CommandFailure with the last lines of its log if it ends before, or is not ready in time
     */
    public ChildProcess awaitReady(Duration atMost, BooleanSupplier ready) {
        boolean ended = Patience.await(atMost, () -> !process.isAlive() || ready.getAsBoolean());
        if (!process.isAlive()) {
            throw new CommandFailure(name() + " ended with exit code " + process.exitValue() + ".\n" + lastLines());
        }
        if (!ended) {
            throw new CommandFailure(name() + " is not ready after " + atMost.toSeconds() + " s.\n" + lastLines());
        }
        return this;
    }

    /** Asks it to end, and ends it when it does not within the time. Does nothing the second time. */
    public void stop(Duration grace) {
        process.destroy();
        if (!waitFor(grace)) {
            kill();
        }
    }

    /** Ends it at once, as SIGKILL does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        waitFor(Duration.ofSeconds(10));
    }

    /** The end of its log and where the rest is. */
    public String lastLines() {
        try {
            var lines = Files.readString(launch.log(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var last = lines.subList(Math.max(0, lines.size() - 15), lines.size());
            return "  " + String.join("\n  ", last) + "\n  the whole log: " + launch.log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean waitFor(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
