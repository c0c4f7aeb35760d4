package dev.sundog.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DemoBodiesTest {

    private final DemoBodies bodies = new DemoBodies("6740f2a1", Instant.parse("2026-11-21T20:00:00Z"));

    @Test
    void sendsWhatAlertmanagerSends() {
        var group = JsonMapper.shared()
                .readTree(bodies.group("firing", bodies.disk("firing", 0), bodies.load("resolved", 0)));

        assertThat(group.path("version").asString()).isEqualTo("4");
        assertThat(group.at("/alerts/0/endsAt").asString()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(group.at("/alerts/1/status").asString()).isEqualTo("resolved");
        assertThat(group.at("/alerts/0/fingerprint").asString())
                .hasSize(16)
                .isNotEqualTo(group.at("/alerts/1/fingerprint").asString());
    }

    @Test
    void keepsTheFingerprintOfAnAlertThatFiresAnew() {
        var first = JsonMapper.shared().readTree(bodies.disk("firing", 0));
        var again = JsonMapper.shared().readTree(bodies.disk("firing", 30));

        assertThat(again.path("fingerprint")).isEqualTo(first.path("fingerprint"));
        assertThat(again.path("startsAt")).isNotEqualTo(first.path("startsAt"));
    }

    @Test
    void namesTheSavingAndTheResourcesOfTheRecommendation() {
        var recommendation = JsonMapper.shared().readTree(bodies.recommendation());

        assertThat(recommendation.at("/estimatedSaving/amount").asString()).isEqualTo("212.40");
        assertThat(recommendation.path("resources")).hasSize(2);
    }

    @Test
    void makesPlainAlertsThatAreJson() {
        var unmapped = JsonMapper.shared().readTree(bodies.unmapped());
        var burst = JsonMapper.shared().readTree(bodies.burst(7));

        assertThat(unmapped.path("organizationId").asString()).isEqualTo("northwind");
        assertThat(burst.path("title").asString()).isEqualTo("Burst 6740f2a1 07");
    }
}
