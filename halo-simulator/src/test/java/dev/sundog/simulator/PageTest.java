package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages for people. */
class PageTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());
    private HaloCaller pages = halo;

    @BeforeEach
    void signIn() {
        HaloUnderTest fresh = SimulatorUnderTest.fresh();
        halo = new HaloCaller(fresh).signIn("all");
        pages = new HaloCaller(
                new HaloUnderTest(SimulatorUnderTest.simulator().baseUri(), fresh.auth(), "", "", 0, 0, 0, 0));
    }

    @Test
    void listsTicketsTheNewestFirst() {
        halo.create("older ticket", "");
        halo.create("newer ticket", "\"priority_id\":1");

        String page = pages.get("/").body();

        assertThat(page).containsSubsequence("newer ticket", "Contoso Ltd", "Alert", "New", "Critical", "older ticket");
    }

    @Test
    void saysThatThereIsNothingYet() {
        assertThat(pages.get("/").body()).contains("No tickets yet");
    }

    @Test
    void showsATicketWithItsTimelineAndFields() {
        int id = halo.create("one", "\"third_party_id_string\":\"sd-shown\"").id();
        halo.post(
                "/Actions",
                "[{\"ticket_id\":%s,\"outcome_id\":7,\"note\":\"it happened again\",\"new_status\":8}]".formatted(id));

        String page = pages.get("/ticket?id=" + id).body();

        assertThat(page).contains("it happened again", "Resolved", "sd-shown", "Contoso Ltd", "Sundog API");
    }

    @Test
    void escapesWhatOthersWroteAndFramesTheDetails() {
        int id = halo.create(SCRIPT, "\"details_html\":\"<p>fine</p>%1$s\",\"reportedby\":\"%1$s\"".formatted(SCRIPT))
                .id();
        halo.post("/Actions", "[{\"ticket_id\":%s,\"outcome\":\"%2$s\",\"note_html\":\"%2$s\"}]".formatted(id, SCRIPT));

        Reply page = pages.get("/ticket?id=" + id);

        assertThat(page.body()).doesNotContain("<script").contains("<iframe sandbox", "&lt;p&gt;fine&lt;/p&gt;");
        assertThat(pages.get("/").body()).doesNotContain("<script");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'none'");
    }

    @Test
    void answers404ForATicketThatIsNotThere() {
        assertThat(pages.get("/ticket?id=987654").status()).isEqualTo(404);
        assertThat(pages.get("/ticket?id=%3Cb%3E").status()).isEqualTo(404);
    }
}
