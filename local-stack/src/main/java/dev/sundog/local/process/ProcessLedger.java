package dev.sundog.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file that remembers which processes belong to a stack, so that what a killed launcher left behind can be ended.
 *
 * <p>A line holds process id, start in milliseconds and name. The start tells our process from a stranger who got its id later.
 */
public final class ProcessLedger {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long CLOCK_TOLERANCE_MILLIS = 2_000;

    private final Path file;

    public ProcessLedger(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Remembers a process. */
    public synchronized void add(String name, ProcessHandle process) {
        String line = process.pid() + " " + startOf(process) + " " + name + System.lineSeparator();
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets one that is known to be gone: its id may be another's soon. */
    public synchronized void remove(ProcessHandle process) {
        if (!Files.exists(file)) {
            return;
        }
        String prefix = process.pid() + " ";
        try {
            var others = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith(prefix))
                    .toList();
            Files.write(file, others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets all: they are known to be gone. */
    public synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes in the file that still live and are still ours. */
    public synchronized List<ProcessHandle> survivors() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> survivor(line).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what the last launcher left behind, then forgets it.
     *
     * @return how many were ended
     */
    public int endSurvivors() {
        var left = survivors();
        left.forEach(ProcessHandle::destroy);
        if (!Patience.await(GRACE, () -> left.stream().noneMatch(ProcessHandle::isAlive))) {
            left.forEach(ProcessHandle::destroyForcibly);
            Patience.await(GRACE, () -> left.stream().noneMatch(ProcessHandle::isAlive));
        }
        clear();
        return left.size();
    }

    private static Optional<ProcessHandle> survivor(String line) {
        String[] words = line.split(" ", 3);
        if (words.length < 3) {
            return Optional.empty();
        }
        long start = Long.parseLong(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - start) <= CLOCK_TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
