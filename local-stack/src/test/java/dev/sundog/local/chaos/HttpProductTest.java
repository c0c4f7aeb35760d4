package dev.sundog.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.load.Way;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpProductTest {

    @Test
    void speaksOfAnAlertThatSharesAHost() {
        var event = new PlannedEvent(
                Duration.ZERO, "e-1", 7, Way.HTTP, Fate.TICKETED, false, true, "alpha-1", "host-3", "HIGH");

        var json = JsonMapper.shared().readTree(HttpProduct.body(event));

        assertThat(json.path("eventId").asString()).isEqualTo("e-1");
        assertThat(json.path("dedupKey").asString()).isEqualTo("matter-7");
        assertThat(json.path("status").asString()).isEqualTo("RESOLVED");
        assertThat(json.path("labels").path("host").asString()).isEqualTo("host-3");
    }

    @Test
    void speaksOfARecommendation() {
        var event =
                new PlannedEvent(Duration.ZERO, "e-2", 8, Way.HTTP, Fate.TICKETED, true, false, "alpha-1", "", "LOW");

        var json = JsonMapper.shared().readTree(HttpProduct.body(event));

        assertThat(json.path("status").asString()).isEqualTo("OPEN");
        assertThat(json.path("category").asString()).isEqualTo("SECURITY");
        assertThat(json.has("labels")).isFalse();
    }
}
