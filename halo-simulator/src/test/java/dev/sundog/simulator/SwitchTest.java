package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.Reply;
import dev.sundog.simulator.control.Switch;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switches: what differs between versions and tenants, or is not known. */
class SwitchTest {

    private final HaloSimulator simulator = SimulatorUnderTest.simulator();
    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());

    @BeforeEach
    void signIn() {
        halo = new HaloCaller(SimulatorUnderTest.fresh()).signIn("all");
    }

    /** Row 18, option. */
    @Test
    void answersACreateWith200InAnOlderVersion() {
        simulator.set(Switch.CREATE_STATUS, 200);

        assertThat(halo.create("old", "").status()).isEqualTo(200);
    }

    /** Row 21, G: the default keeps what came before the bad element. */
    @Test
    void keepsTheElementsBeforeABadOneUnlessToldOtherwise() {
        String batch = "[{\"summary\":\"good\"},{\"summary\":\"\"},{\"summary\":\"never\"}]";

        Reply partial = halo.post("/Tickets", batch);
        int kept = simulator.ticketCount();
        simulator.set(Switch.BATCH_ALL_OR_NOTHING, true);
        Reply none = halo.post("/Tickets", batch);

        assertThat(partial.status()).isEqualTo(400);
        assertThat(kept).isOne();
        assertThat(none.status()).isEqualTo(400);
        assertThat(simulator.ticketCount()).isEqualTo(kept);
    }

    /** Row 26, L; the words and the by-pass are G. */
    @Test
    void wantsTheMandatoryFieldsOfATicketType() {
        halo.post(
                "/TicketType",
                "[{\"id\":21,\"fields\":[{\"fieldname\":\"details\",\"technew\":2},{\"fieldname\":\"category_1\",\"technew\":2}]}]");

        Reply refused = halo.create("bare", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().asString()).contains("details, category_1");
        assertThat(halo.create("filled", "\"details_html\":\"x\",\"category_1\":\"A\"")
                        .status())
                .isEqualTo(201);
        assertThat(halo.create("forced", "\"_novalidate\":true").status()).isEqualTo(201);
    }

    /** Row 28, 1: the site must be one of the customer's. */
    @Test
    void refusesASiteOfAnotherCustomerUnlessToldOtherwise() {
        Reply refused = halo.create("foreign", "\"site_id\":19");
        simulator.set(Switch.FOREIGN_SITE, true);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(halo.create("foreign", "\"site_id\":19").status()).isEqualTo(201);
    }

    /** Row 31, L once. */
    @Test
    void wantsTypeAndCustomerInEachUpdateOfAStrictTenant() {
        int id = halo.create("strict", "").id();
        simulator.set(Switch.STRICT_UPDATE, true);

        Reply bare = halo.post("/Tickets", "[{\"id\":%s,\"status_id\":2}]".formatted(id));

        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).isEqualTo("\"Record not found\"");
        assertThat(halo.create("strict", "\"id\":%s,\"status_id\":2".formatted(id))
                        .status())
                .isEqualTo(201);
    }

    /** Row 36, S: a tenant before 2025-09. */
    @Test
    void answersEverythingWhereTheFilterIsUnknown() {
        simulator.set(Switch.UNKNOWN_THIRD_PARTY_FILTER, true);
        halo.create("a", "");

        assertThat(halo.get("/Tickets?third_party_id_string=sd-none")
                        .json()
                        .path("record_count")
                        .intValue())
                .isOne();
    }

    /** Row 38, G. */
    @Test
    void forgetsTheThirdPartyId() {
        simulator.set(Switch.DROP_THIRD_PARTY_ID, true);
        int id = halo.create("a", "\"third_party_id_string\":\"sd-lost\"").id();

        assertThat(halo.get("/Tickets/" + id).json().has("third_party_id_string"))
                .isFalse();
        assertThat(halo.get("/Tickets?third_party_id_string=sd-lost")
                        .json()
                        .path("record_count")
                        .intValue())
                .isZero();
    }

    /** Row 39, S by inference. */
    @Test
    void findsANewTicketByIdAtOnceAndBySearchLater() {
        simulator.set(Switch.SEARCH_LAG_MILLIS, 400);
        int id = halo.create("laggard", "").id();

        assertThat(found()).isZero();
        assertThat(halo.get("/Tickets/" + id).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> found() == 1);
    }

    /** Row 48, L. */
    @Test
    void wantsAnAgentBeforeClosing() {
        simulator.set(Switch.CLOSE_NEEDS_AGENT, true);
        int id = halo.create("close", "").id();

        Reply refused = halo.create("close", "\"id\":%s,\"status_id\":9".formatted(id));

        assertThat(refused.body()).isEqualTo("\"Please assign this Ticket these before closing it.\"");
        assertThat(halo.create("close", "\"id\":%s,\"status_id\":9,\"agent_id\":3".formatted(id))
                        .status())
                .isEqualTo(201);
    }

    /** Row 49, option. */
    @Test
    void reopensAClosedTicketWhenItIsActedOn() {
        simulator.set(Switch.ACTION_REOPENS, true);
        int id = halo.create("closed", "\"status_id\":9").id();

        halo.post("/Actions", "[{\"ticket_id\":%s,\"outcome_id\":7,\"note\":\"x\"}]".formatted(id));

        assertThat(halo.get("/Tickets/" + id).json().path("hasbeenclosed").booleanValue())
                .isFalse();
    }

    /** Row 52, L and S: a rolling window for the whole tenant. */
    @Test
    void letsOnlySoManyRequestsThroughAWindow() {
        simulator.set(Switch.RATE_LIMIT, 3);
        simulator.set(Switch.RATE_WINDOW_SECONDS, 60);

        for (int i = 0; i < 3; i++) {
            assertThat(halo.get("/Status").status()).isEqualTo(200);
        }
        Reply refused = halo.get("/Status");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .isEqualTo("{\"error\":\"Rate Limit Reached - 3 Requests per rolling 1 minute window\"}");
    }

    /** Row 52: the window rolls. */
    @Test
    void letsRequestsThroughAgainWhenTheWindowHasRolledOn() {
        simulator.set(Switch.RATE_LIMIT, 1);
        simulator.set(Switch.RATE_WINDOW_SECONDS, 1);
        halo.get("/Status");

        await().atMost(Duration.ofSeconds(10)).until(() -> halo.get("/Status").status() == 200);
    }

    /** Row 53, G. */
    @Test
    void saysWhenToComeBackOnlyIfSwitchedOn() {
        simulator.set(Switch.RATE_LIMIT, 1);
        halo.get("/Status");

        String silent = halo.get("/Status").header("retry-after");
        simulator.set(Switch.RETRY_AFTER, true);
        String spoken = halo.get("/Status").header("retry-after");

        assertThat(silent).isEmpty();
        assertThat(Integer.parseInt(spoken)).isBetween(1, 300);
    }

    /** Section 2, 1. */
    @Test
    void wrapsTheAnswerToOneElementInSomeVersions() {
        simulator.set(Switch.ONE_ELEMENT_ARRAY, true);

        assertThat(halo.create("one", "").json().isArray()).isTrue();
    }

    private int found() {
        return halo.get("/Tickets?search_summary=laggard")
                .json()
                .path("record_count")
                .intValue();
    }
}
