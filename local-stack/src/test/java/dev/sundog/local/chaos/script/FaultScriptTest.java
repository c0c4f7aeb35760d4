package dev.sundog.local.chaos.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.script.Fault.Kill;
import dev.sundog.local.chaos.script.Fault.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

    private static final List<String> HALOS = List.of("acme", "beta", "gamma");

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        var one = FaultScript.of(1, Duration.ofMinutes(2), HALOS);
        var same = FaultScript.of(1, Duration.ofMinutes(2), HALOS);
        var other = FaultScript.of(2, Duration.ofMinutes(2), HALOS);

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void strikesWithinItsWindowInOrder() {
        var window = Duration.ofMinutes(2);

        var script = FaultScript.of(3, window, HALOS);

        assertThat(script.strikes())
                .extracting(Strike::at)
                .isSorted()
                .allMatch(at -> !at.isNegative() && at.compareTo(window) < 0);
    }

    @Test
    void strikesEverythingInALongRun() {
        var script = FaultScript.of(4, Duration.ofMinutes(10), HALOS);

        var faults = script.strikes().stream().map(Strike::fault).toList();

        assertThat(faults)
                .filteredOn(Kill.class::isInstance)
                .extracting(Fault::target)
                .contains(
                        "connector",
                        "connector-2",
                        "routing",
                        "gateway",
                        "console",
                        "registry",
                        "postgres",
                        "coordinator");
        assertThat(faults)
                .filteredOn(Trouble.class::isInstance)
                .extracting(fault -> ((Trouble) fault).kind())
                .contains(HaloTrouble.values());
    }

    @Test
    void saysInWordsWhatItDoes() {
        var kill = new Kill("routing", Duration.ofSeconds(2));
        var trouble = new Trouble("beta", HaloTrouble.HTML_502, Duration.ofMillis(11_500));

        assertThat(kill.words()).isEqualTo("kill -9 routing, back after 2.0 s");
        assertThat(trouble.words()).isEqualTo("Halo beta: every request is answered 502 with a page for 11.5 s");
    }
}
