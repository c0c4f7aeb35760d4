package dev.sundog.local.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.terminal.Usage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackOptionsTest {

    private static final Path HOME = Path.of("/home/of/sundog");

    @Test
    void keepsDataInTheCheckoutOnTheDocumentedPortsUnlessTold() {
        var options = StackOptions.parse(HOME, List.of());

        assertThat(options.data()).isEqualTo(HOME.resolve(".sundog"));
        assertThat(options.ports().at(Port.GATEWAY)).isEqualTo(8080);
        assertThat(options.ports().at(Port.POSTGRES)).isEqualTo(5433);
        assertThat(options.fresh()).isFalse();
        assertThat(options.quick()).isFalse();
    }

    @Test
    void readsEveryOption() {
        var options = StackOptions.parse(
                HOME, List.of("--ports-from", "30000", "--kafka-port", "9999", "--fresh", "--quick", "--data", "/d"));

        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.ports().at(Port.GATEWAY)).isEqualTo(30_000);
        assertThat(options.ports().at(Port.KAFKA)).isEqualTo(9_999);
        assertThat(options.fresh()).isTrue();
        assertThat(options.quick()).isTrue();
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThatThrownBy(() -> StackOptions.parse(HOME, List.of("--fast", "1")))
                .isInstanceOf(Usage.class)
                .hasMessage("unknown option '--fast'; see ./sundog help");
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        assertThatThrownBy(() -> StackOptions.parse(HOME, List.of("--console-port", "x")))
                .isInstanceOf(Usage.class)
                .hasMessage("--console-port wants a number: x");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> StackOptions.parse(HOME, List.of("--data")))
                .isInstanceOf(Usage.class)
                .hasMessage("--data wants a value");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> StackOptions.parse(HOME, List.of("--ports-from", "65530")))
                .isInstanceOf(Usage.class)
                .hasMessageStartingWith("--ports-from must be 1 to ");
    }
}
