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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of real processes under load and faults, held to every invariant.
 *
 * <p>Runs with {@code -Dsundog.chaos.minutes=3}; {@code -Dsundog.chaos.seed} makes it another one. Not part of every build
 * until it was seen to hold on a quiet machine.
 */
@EnabledIfSystemProperty(named = "sundog.chaos.minutes", matches = "\\d+")
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
