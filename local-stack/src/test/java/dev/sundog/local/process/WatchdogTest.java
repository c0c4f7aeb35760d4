package dev.sundog.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    @TempDir
    Path folder;

    @Test
    void endsTheChildrenOfALauncherThatWasKilled() throws Exception {
        var launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        var ledger = new ProcessLedger(folder.resolve("pids"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !ledger.survivors().isEmpty());
        var child = ledger.survivors().getFirst();

        launcher.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(child.isAlive()).isFalse());
    }

    /** A launcher with one child. */
    static final class Launcher {

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var ledger = new ProcessLedger(folder.resolve("pids"));
            Watchdog.start(ledger);
            var sleeper = new Launch("sleeper", List.of("sleep", "300"), folder.resolve("log"));
            ChildProcess.start(sleeper, ledger).awaitEnd();
        }
    }
}
