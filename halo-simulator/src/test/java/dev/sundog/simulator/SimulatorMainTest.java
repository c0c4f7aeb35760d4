package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
class SimulatorMainTest {

    @Test
    void listensOn8070OfTheLoopbackAddressUnlessTold() {
        SimulatorOptions options = SimulatorMain.options(new String[0]);

        assertThat(options.port()).isEqualTo(8070);
        assertThat(options.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void takesPortAndHost() {
        SimulatorOptions options = SimulatorMain.options(new String[] {"--host", "0.0.0.0", "--port", "9000"});

        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.host()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--nonsense 1"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> SimulatorMain.options(line.split(" ")));
    }
}
