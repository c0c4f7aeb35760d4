package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(page)
                .containsSubsequence(
                        "newer ticket", "Contoso Ltd", "Alert", "New", "Critical", "Unassigned", "older ticket");
    }

    @Test
    void saysThatThereIsNothingYet() {
        assertThat(pages.get("/").body()).contains("No tickets yet");
    }

    @ParameterizedTest
    @CsvSource({
        "q=disk, disk full",
        "q=DETAIL, disk full",
        "status=9, done",
        "status=closed, done",
        "status=deleted, removed",
        "customer=fabri, of Fabrikam"
    })
    void showsOnlyWhatIsAskedFor(String query, String shown) {
        halo.create("disk full", "\"details\":\"a detail\"");
        halo.create("done", "\"status_id\":9");
        halo.delete("/Tickets/" + halo.create("removed", "").id());
        halo.post("/Tickets", "[{\"summary\":\"of Fabrikam\",\"client_id\":13}]");

        String page = pages.get("/?" + query).body();

        assertThat(page).contains(">" + shown + "</a>").contains("1 tickets, page 1 of 1");
    }

    @Test
    void findsATicketByItsNumber() {
        int id = halo.create("wanted", "").id();
        halo.create("other", "");

        String page = pages.get("/?q=" + id).body();

        assertThat(page).contains(">wanted</a>").doesNotContain(">other</a>");
    }

    @Test
    void turnsPages() {
        halo.post("/Tickets", "[" + "{\"summary\":\"many\"},".repeat(50) + "{\"summary\":\"last of 51\"}]");

        String first = pages.get("/").body();
        String second = pages.get("/?page=2").body();

        assertThat(first)
                .contains("51 tickets, page 1 of 2", "rel=next", ">last of 51</a>")
                .doesNotContain("rel=prev");
        assertThat(second).contains("page 2 of 2", "rel=prev").doesNotContain("rel=next", ">last of 51</a>");
        assertThat(pages.get("/?page=3").body()).contains("There is no such page");
    }

    @Test
    void showsATicketWithItsTimelineFieldsAndAssets() {
        int id = halo.create(
                        "one",
                        "\"third_party_id_string\":\"sd-shown\",\"assets\":[{\"id\":501}],\"customfields\":[{\"id\":202,\"value\":\"event-7\"}]")
                .id();
        halo.post(
                "/Actions",
                "[{\"ticket_id\":%s,\"outcome_id\":7,\"note\":\"it happened again\",\"new_status\":8,\"hiddenfromuser\":true}]"
                        .formatted(id));

        String page = pages.get("/ticket?id=" + id).body();

        assertThat(page)
                .contains("it happened again", "Private", "Resolved", "sd-shown", "Sundog API")
                .contains("Contoso Ltd", "Main", "Sundog event", "event-7", "CON-SRV-01")
                .contains("href=\"journal?ticket=" + id);
    }

    @Test
    void escapesWhatOthersWroteAndFramesTheDetails() {
        int id = halo.create(SCRIPT, "\"details_html\":\"<p>fine</p>%1$s\",\"reportedby\":\"%1$s\"".formatted(SCRIPT))
                .id();
        halo.post("/Actions", "[{\"ticket_id\":%s,\"outcome\":\"%2$s\",\"note_html\":\"%2$s\"}]".formatted(id, SCRIPT));
        halo.get("/Tickets/" + id + "?search=" + "%3Cscript%3E");

        Reply page = pages.get("/ticket?id=" + id);

        assertThat(page.body()).doesNotContain("<script").contains("<iframe sandbox title", "&lt;p&gt;fine&lt;/p&gt;");
        assertThat(pages.get("/").body()).doesNotContain("<script");
        assertThat(pages.get("/?q=%22%3E%3Cscript%3E&customer=%3Cscript%3E").body())
                .doesNotContain("<script");
        assertThat(pages.get("/journal").body()).doesNotContain("<script");
        assertThat(pages.get("/journal?ticket=%3Cscript%3E").body()).doesNotContain("<script");
    }

    @Test
    void letsThePageLoadNothingFromElsewhere() {
        int id = halo.create("policy", "").id();

        Reply page = pages.get("/ticket?id=" + id);

        assertThat(page.header("content-security-policy"))
                .startsWith("default-src 'none'")
                .contains("img-src data:;", "frame-src 'self'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("src=\"http", "href=\"http", "@import", "url(");
    }

    @Test
    void doesNotTrustAColour() {
        halo.post("/Status", "[{\"id\":2,\"colour\":\"red;background:url(//evil)\"}]");
        int id = halo.create("colour", "\"status_id\":2").id();

        assertThat(pages.get("/ticket?id=" + id).body()).doesNotContain("evil");
    }

    @Test
    void opensACustomTabAsAnAgentWouldSeeIt() {
        halo.post(
                "/Tabs",
                "[{\"name\":\"My \\\"tab\\\"\",\"url\":\"https://app.example/?area=$AREA&agent=$LOGGEDINAGENTID&hmac=$HMAC\",\"new_iframe_secret\":\"tab-secret\"}]");
        int id = halo.create("tabbed", "").id();

        Reply details = pages.get("/ticket?id=" + id);
        Reply tab = pages.get("/ticket?id=" + id + "&tab=1");
        Reply other = pages.get("/ticket?id=" + id + "&tab=1&agent=2");

        assertThat(details.body()).contains("My &quot;tab&quot;").doesNotContain("app.example");
        assertThat(tab.body())
                .contains("src=\"https://app.example/?area=Contoso Ltd&amp;agent=3&amp;hmac=")
                .doesNotContain("tab-secret");
        assertThat(tab.header("content-security-policy")).contains("frame-src http: https:");
        assertThat(other.body()).contains("agent=2&amp;hmac=");
    }

    @Test
    void framesNoScriptAsATab() {
        halo.post("/Tabs", "[{\"name\":\"bad\",\"url\":\"javascript:alert(1)\"}]");
        int id = halo.create("tabbed", "").id();

        assertThat(pages.get("/ticket?id=" + id + "&tab=bad").body())
                .doesNotContain("src=\"javascript")
                .contains("does not begin with http");
    }

    @Test
    void showsTheRequestsThatTouchedATicket() {
        int id = halo.create("journal", "").id();
        halo.get("/Status");

        String all = pages.get("/journal").body();
        String one = pages.get("/journal?ticket=" + id).body();

        assertThat(all).contains("POST /api/Tickets", "GET /api/Status");
        assertThat(one).contains("POST /api/Tickets", "sundog-local").doesNotContain("GET /api/Status");
    }

    @Test
    void staysInTheTenantAndLeadsToTheOthers() {
        try (HaloSimulator several = HaloSimulator.start(SimulatorOptions.defaults())) {
            HaloTenant beta = several.open(TenantOptions.named("beta"));
            HaloCaller api = new HaloCaller(new HaloUnderTest(
                            URI.create(beta.baseUri() + "/api"),
                            URI.create(beta.baseUri() + "/auth"),
                            "sundog-local",
                            "sundog-local-secret",
                            12,
                            18,
                            21,
                            7))
                    .signIn("all");
            int id = api.create("of beta", "").id();
            HaloCaller betaPages =
                    new HaloCaller(new HaloUnderTest(beta.baseUri(), beta.baseUri(), "", "", 0, 0, 0, 0));

            String list = betaPages.get("/").body();

            assertThat(list).contains("href=\"ticket?id=" + id, "href=\"/acme/\"", "href=\"/beta/\" aria-current");
            assertThat(betaPages.get("/ticket?id=" + id).body()).contains("of beta");
        }
    }

    @Test
    void answers404ForATicketThatIsNotThere() {
        assertThat(pages.get("/ticket?id=987654").status()).isEqualTo(404);
        assertThat(pages.get("/ticket?id=%3Cb%3E").status()).isEqualTo(404);
    }
}
