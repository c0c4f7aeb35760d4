package dev.sundog.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the whole of an unexpected failure goes, so that people need to see one line of it only. */
final class LauncherLog {

    private static final int DEEPEST_CAUSE = 10;

    private final Path file;
    private final InstantSource clock;

    LauncherLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    static LauncherLog of(Path home) {
        return new LauncherLog(home.resolve(".sundog/logs/launcher.log"), InstantSource.system());
    }

    /** Appends it and returns the one line. */
    String write(Throwable failure) {
        String text = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .map(LauncherLog::describe)
                .collect(Collectors.joining("caused by ", clock.instant() + " ", ""));
        String line = ("unexpected: " + failure).lines().findFirst().orElseThrow();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return line + " (log: " + file + ")";
        } catch (IOException e) {
            return line + " (no log: " + e.getMessage() + ")";
        }
    }

    private static String describe(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(frame -> "    at " + frame + "\n")
                .collect(Collectors.joining("", failure + "\n", ""));
    }
}
