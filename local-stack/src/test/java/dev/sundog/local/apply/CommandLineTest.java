package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.terminal.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void readsFilesAndOptionsInAnyOrder() {
        var line = read("a.yaml", "--console", "http://localhost:9000/", "b.yaml", "--plain");

        assertThat(line.files()).containsExactly("a.yaml", "b.yaml");
        assertThat(line.console()).isEqualTo("http://localhost:9000");
        assertThat(line.has("--plain")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8090", "ftp://console", "http://", "http://a b", "http://a?b=c", ""})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> read("--console", address).console())
                .isInstanceOf(Usage.class)
                .hasMessageContaining("--console wants an address like http://127.0.0.1:8090");
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThatThrownBy(() -> read("--console")).isInstanceOf(Usage.class).hasMessage("--console wants a value");
        assertThatThrownBy(() -> read("--console", "--plain")).hasMessage("--console wants a value");
        assertThatThrownBy(() -> read("-f", "a.yaml")).hasMessageContaining("try does not understand -f");
    }

    private static CommandLine read(String... arguments) {
        return CommandLine.read("try", List.of(arguments), List.of("--console"), List.of("--plain"));
    }
}
