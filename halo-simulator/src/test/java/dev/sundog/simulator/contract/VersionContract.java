package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What differs between Halo's versions. */
public abstract class VersionContract extends HaloContract {

    @Row(value = 36, confidence = "S", source = "halo-api.md 3.4")
    @Test
    void knowsNoFilterByThirdPartyIdInTheOlderVersion() {
        control().set("profile", "\"2025-04\"");
        halo.create("a", "");

        JsonNode list = halo.get("/Tickets?third_party_id_string=sd-none").json();

        assertThat(list.path("record_count").intValue()).isPositive();
    }

    @Row(value = 18, confidence = "S", source = "halo-api.md 2")
    @Test
    void answersACreateWith200InTheOlderVersion() {
        control().set("profile", "\"2025-04\"");

        assertThat(halo.create("a", "").status()).isEqualTo(200);
    }

    @Row(confidence = "S", source = "halo-api.md 3.1")
    @Test
    void knowsATeamByNameAloneInTheOlderVersion() {
        control().set("profile", "\"2025-04\"");

        JsonNode byId = halo.create("id", "\"team_id\":3").json();
        JsonNode byName = halo.create("name", "\"team\":\"Cloud Operations\"").json();

        assertThat(byId.path("team").asString()).isEqualTo("1st Line Support");
        assertThat(byName.path("team").asString()).isEqualTo("Cloud Operations");
        assertThat(byName.has("team_id")).isFalse();
        assertThat(halo.get("/Tickets").json().path("tickets").path(0).has("team_id"))
                .isFalse();
    }

    /** A setting of a version can be changed alone. */
    @Row(confidence = "G", source = "halo-api.md 2")
    @Test
    void letsASettingDifferFromItsVersion() {
        SimulatorControl control = control();
        control.set("profile", "\"2025-04\"");
        control.set("createStatus", 201);

        assertThat(halo.create("a", "\"team_id\":3").status()).isEqualTo(201);
        assertThat(control.get("/options").json().path("teamId").booleanValue()).isFalse();
    }

    @Row(confidence = "S", source = "halo-api.md 9")
    @Test
    void isTheNewerVersionUnlessToldOtherwise() {
        JsonNode options = control().get("/options").json();

        assertThat(options.path("profile").asString()).isEqualTo("2026");
        assertThat(options.path("createStatus").intValue()).isEqualTo(201);
        assertThat(options.path("teamId").booleanValue()).isTrue();
    }

    @Row(confidence = "G", source = "halo-api.md 9")
    @Test
    void saysWhichVersionsThereAre() {
        Reply reply = control().put("/options", "{\"profile\":\"1999\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("2026", "2025-04");
    }
}
