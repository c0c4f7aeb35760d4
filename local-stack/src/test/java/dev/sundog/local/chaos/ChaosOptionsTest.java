package dev.sundog.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.options.Port;
import dev.sundog.local.terminal.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosOptionsTest {

    private static final Path HOME = Path.of("/home/of/sundog");

    @Test
    void lastsThreeMinutesWithAnySeedUnlessTold() {
        var options = ChaosOptions.parse(HOME, List.of());

        assertThat(options.length()).isEqualTo(Duration.ofMinutes(3));
        assertThat(options.seed()).isEmpty();
        assertThat(options.data()).isEqualTo(HOME.resolve(".sundog/chaos"));
        assertThat(options.isolation()).isFalse();
    }

    @Test
    void readsEveryOption() {
        var options = ChaosOptions.parse(
                HOME,
                List.of("--minutes", "10", "--seed", "-7", "--data", "/d", "--ports-from", "20000", "--isolation"));

        assertThat(options.length()).isEqualTo(Duration.ofMinutes(10));
        assertThat(options.seed()).contains(-7L);
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.ports().orElseThrow().at(Port.GATEWAY)).isEqualTo(20_000);
        assertThat(options.isolation()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> ChaosOptions.parse(HOME, List.of("--hours", "1")))
                .isInstanceOf(Usage.class)
                .hasMessage("unknown option '--hours'; see ./sundog help");
        assertThatThrownBy(() -> ChaosOptions.parse(HOME, List.of("--minutes", "0")))
                .isInstanceOf(Usage.class)
                .hasMessage("--minutes wants a number from 1 to 1440: 0");
        assertThatThrownBy(() -> ChaosOptions.parse(HOME, List.of("--seed")))
                .isInstanceOf(Usage.class)
                .hasMessage("--seed wants a value");
    }
}
