package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherLogTest {

    @TempDir
    private Path folder;

    @Test
    void givesPeopleOneLineAndTheFileAllOfIt() throws IOException {
        Path file = folder.resolve("logs/launcher.log");
        var log = new LauncherLog(file, () -> Instant.parse("2026-01-02T03:04:05Z"));

        var line = log.write(
                new IllegalStateException("the first line\nthe second", new IllegalArgumentException("deep")));

        assertThat(line).isEqualTo("unexpected: java.lang.IllegalStateException: the first line (log: " + file + ")");
        assertThat(Files.readString(file))
                .startsWith("2026-01-02T03:04:05Z java.lang.IllegalStateException: the first line\nthe second\n    at ")
                .contains("caused by java.lang.IllegalArgumentException: deep\n    at ")
                .contains("LauncherLogTest");
    }

    @Test
    void stillSaysWhatHappenedWhereNothingCanBeWritten() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        var log = new LauncherLog(notAFolder.resolve("launcher.log"), () -> Instant.EPOCH);

        var line = log.write(new IllegalStateException("why"));

        assertThat(line).startsWith("unexpected: java.lang.IllegalStateException: why (no log: ");
    }
}
