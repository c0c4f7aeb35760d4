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
    void endsTheChildrenOfALauncherThatWasKilledAHeldAndDeafOneToo() throws Exception {
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

        Signal.STOP.to(child);
        launcher.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(child.isAlive()).isFalse());
    }

    /** A launcher with a child that is gone already and one that does not listen. */
    static final class Launcher {

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var ledger = new ProcessLedger(folder.resolve("pids"));
            Watchdog.start(ledger);
            ChildProcess.start(new Launch("gone", List.of("true"), folder.resolve("log")), ledger)
                    .awaitEnd();
            var deaf = List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done");
            ChildProcess.start(new Launch("deaf", deaf, folder.resolve("log")), ledger)
                    .awaitEnd();
        }
    }
}
