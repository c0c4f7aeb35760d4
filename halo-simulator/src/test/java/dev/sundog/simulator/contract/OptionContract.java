package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs between versions and tenants, or is not known: the default and the other way. */
public abstract class OptionContract extends HaloContract {

    private SimulatorControl control;

    @BeforeEach
    void needsControl() {
        control = control();
    }

    @Row(value = 18, confidence = "S", source = "halo-api.md 2")
    @Test
    void answersACreateWith200InAnOlderVersion() {
        control.set("createStatus", 200);

        assertThat(halo.create("old", "").status()).isEqualTo(200);
    }

    /** Some versions wrap it. */
    @Row(value = 18, confidence = "1", source = "halo-api.md 2")
    @Test
    void wrapsTheAnswerToOneElementInSomeVersions() {
        control.set("oneElementArray", true);

        assertThat(halo.create("one", "").json().isArray()).isTrue();
    }

    @Row(value = 21, confidence = "G", source = "halo-api.md 2")
    @Test
    void keepsTheElementsBeforeABadOneUnlessToldOtherwise() {
        String batch = "[{\"summary\":\"batch\"},{\"summary\":\"\"},{\"summary\":\"batch\"}]";

        Reply partial = halo.post("/Tickets", batch);
        int kept = count("/Tickets?search_summary=batch");
        control.set("batchAllOrNothing", true);
        Reply none = halo.post("/Tickets", batch);

        assertThat(partial.status()).isEqualTo(400);
        assertThat(kept).isOne();
        assertThat(none.status()).isEqualTo(400);
        assertThat(count("/Tickets?search_summary=batch")).isEqualTo(kept);
    }

    /** The words and the by-pass are guessed. */
    @Row(value = 26, confidence = "L, G", source = "halo-api.md 3.1")
    @Test
    void wantsTheMandatoryFieldsOfATicketType() {
        halo.post(
                "/TicketType",
                "[{\"id\":%s,\"fields\":[{\"fieldname\":\"details\",\"technew\":2},{\"fieldname\":\"category_1\",\"technew\":2}]}]"
                        .formatted(halo.halo().ticketType()));

        Reply refused = halo.create("bare", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().asString()).contains("details, category_1");
        assertThat(halo.create("filled", "\"details_html\":\"x\",\"category_1\":\"A\"")
                        .status())
                .isEqualTo(201);
        assertThat(halo.create("forced", "\"_novalidate\":true").status()).isEqualTo(201);
    }

    @Row(value = 28, confidence = "1", source = "halo-api.md 3.1")
    @Test
    void refusesASiteOfAnotherCustomerUnlessToldOtherwise() {
        Reply refused = halo.create("foreign", "\"site_id\":19");
        control.set("foreignSite", true);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(halo.create("foreign", "\"site_id\":19").status()).isEqualTo(201);
    }

    @Row(value = 31, confidence = "L", source = "halo-api.md 3.3")
    @Test
    void wantsTypeAndCustomerInEachUpdateOfAStrictTenant() {
        int id = halo.create("strict", "").id();
        control.set("strictUpdate", true);

        Reply bare = halo.post("/Tickets", "[{\"id\":%s,\"status_id\":2}]".formatted(id));

        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).isEqualTo("\"Record not found\"");
        assertThat(halo.create("strict", "\"id\":%s,\"status_id\":2".formatted(id))
                        .status())
                .isEqualTo(201);
    }

    /** A tenant before 2025-09. */
    @Row(value = 36, confidence = "S", source = "halo-api.md 3.4")
    @Test
    void answersEverythingWhereTheFilterIsUnknown() {
        control.set("unknownThirdPartyFilter", true);
        halo.create("a", "");

        assertThat(count("/Tickets?third_party_id_string=sd-none")).isPositive();
    }

    @Row(value = 38, confidence = "G", source = "halo-api.md 3.4")
    @Test
    void forgetsTheThirdPartyId() {
        control.set("dropThirdPartyId", true);
        int id = halo.create("a", "\"third_party_id_string\":\"sd-lost\"").id();

        assertThat(halo.get("/Tickets/" + id).body()).doesNotContain("sd-lost");
        assertThat(count("/Tickets?third_party_id_string=sd-lost")).isZero();
    }

    @Row(value = 39, confidence = "S by inference", source = "halo-api.md 2")
    @Test
    void findsANewTicketByIdAtOnceAndBySearchLater() {
        control.set("searchLagMillis", 400);
        int id = halo.create("laggard", "").id();

        assertThat(count("/Tickets?search_summary=laggard")).isZero();
        assertThat(halo.get("/Tickets/" + id).status()).isEqualTo(200);
        await().until(() -> count("/Tickets?search_summary=laggard") == 1);
    }

    @Row(value = 48, confidence = "L", source = "halo-api.md 4")
    @Test
    void wantsAnAgentBeforeClosing() {
        control.set("closeNeedsAgent", true);
        int id = halo.create("close", "").id();

        Reply refused = halo.create("close", "\"id\":%s,\"status_id\":9".formatted(id));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("\"Please assign this Ticket these before closing it.\"");
        assertThat(halo.create("close", "\"id\":%s,\"status_id\":9,\"agent_id\":3".formatted(id))
                        .status())
                .isEqualTo(201);
    }

    @Row(value = 49, confidence = "G", source = "halo-api.md 4")
    @Test
    void reopensAClosedTicketWhenItIsActedOn() {
        control.set("actionReopens", true);
        int id = halo.create("closed", "\"status_id\":9").id();

        halo.post(
                "/Actions",
                "[{\"ticket_id\":%s,\"outcome_id\":%s,\"note\":\"x\"}]"
                        .formatted(id, halo.halo().outcome()));

        assertThat(halo.get("/Tickets/" + id).json().path("hasbeenclosed").booleanValue())
                .isFalse();
    }

    private int count(String path) {
        return halo.get(path).json().path("record_count").intValue();
    }
}
