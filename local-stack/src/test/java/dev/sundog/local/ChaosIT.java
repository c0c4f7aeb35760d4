package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.Chaos;
import dev.sundog.local.chaos.ChaosOptions;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of real processes under load and faults, held to every invariant.
 *
 * <p>{@code -Dsundog.chaos.minutes} makes it longer, {@code -Dsundog.chaos.seed} another one.
 */
class ChaosIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    @Test
    void holdsEveryInvariantWhateverIsKilledHeldOrLiedTo() {
        var running = new AtomicReference<Stack>();
        var chaos = new Chaos(HOME, new Terminal(System.out, System.err), InstantSource.system(), running::set);
        var options = ChaosOptions.standard(folder)
                .lasting(Duration.ofMinutes(Integer.getInteger("sundog.chaos.minutes", 3)))
                .seeded(Long.getLong("sundog.chaos.seed", 4));

        int broken = chaos.strike(options);

        assertThat(broken)
                .as("invariants that do not hold; the report above has the evidence")
                .isZero();
        assertThat(running.get().processes()).noneMatch(ProcessHandle::isAlive);
    }
}
