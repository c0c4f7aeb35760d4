package dev.sundog.gateway.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatewayMeters meters =
            new GatewayMeters(registry, List.of("alert", "recommendation"), List.of("invalid-event", "busy"));

    @Test
    void hasEverySeriesFromTheStartWithZero() {
        assertThat(registry.find("sundog.events.accepted").counters()).hasSize(2);
        assertThat(registry.find("sundog.events.refused").counters())
                .hasSize(2)
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
    }

    @Test
    void countsEachAnsweredEventOnce() {
        meters.accepted("alert");
        meters.refused("busy", 3);

        assertThat(sum("sundog.events.accepted") + sum("sundog.events.refused")).isEqualTo(4);
    }

    @Test
    void refusesAReasonThatIsNotOnTheList() {
        assertThatThrownBy(() -> meters.refused("bad luck", 1)).hasMessageContaining("bad luck");
    }

    private double sum(String name) {
        return registry.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
