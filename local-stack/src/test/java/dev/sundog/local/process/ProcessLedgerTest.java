package dev.sundog.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {

    @TempDir
    Path folder;

    @Test
    void endsWhatAKilledLauncherLeftBehind() {
        var ledger = new ProcessLedger(folder.resolve("pids"));
        var child = sleeper(ledger);

        int ended = new ProcessLedger(folder.resolve("pids")).endSurvivors();

        assertThat(ended).isEqualTo(1);
        assertThat(child.isAlive()).isFalse();
        assertThat(folder.resolve("pids")).doesNotExist();
    }

    @Test
    void leavesAStrangerAloneWhoGotTheIdLater() throws Exception {
        var ledger = new ProcessLedger(folder.resolve("pids"));
        var child = sleeper(ledger);
        Files.writeString(folder.resolve("pids"), child.handle().pid() + " 12345 sleeper\n");

        int ended = ledger.endSurvivors();

        assertThat(ended).isZero();
        assertThat(child.isAlive()).isTrue();
        child.kill();
    }

    @Test
    void forgetsOneThatIsGoneAndKeepsTheOthers() throws Exception {
        var ledger = new ProcessLedger(folder.resolve("pids"));
        var gone = sleeper(ledger);
        var child = sleeper(ledger);
        gone.kill();

        ledger.remove(gone.handle());

        assertThat(Files.readAllLines(folder.resolve("pids")))
                .singleElement()
                .asString()
                .startsWith(child.handle().pid() + " ");
        child.kill();
    }

    @Test
    void endsAChildThatDoesNotListen() {
        var ledger = new ProcessLedger(folder.resolve("pids"));
        var deaf = new Launch("deaf", List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"), log());
        var child = ChildProcess.start(deaf, ledger);

        child.stop(Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
    }

    private ChildProcess sleeper(ProcessLedger ledger) {
        return ChildProcess.start(new Launch("sleeper", List.of("sleep", "300"), log()), ledger);
    }

    private Path log() {
        return folder.resolve("log");
    }
}
