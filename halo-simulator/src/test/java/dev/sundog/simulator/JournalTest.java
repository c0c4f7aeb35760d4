package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The journal over HTTP. */
class JournalTest {

    private static final String SECRET = "sundog-local-secret";

    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());
    private HaloCaller control = halo;

    @BeforeEach
    void signIn() {
        HaloUnderTest fresh = SimulatorUnderTest.fresh();
        halo = new HaloCaller(fresh).signIn("all");
        URI root = URI.create(SimulatorUnderTest.simulator().baseUri() + "/_sim");
        control = new HaloCaller(new HaloUnderTest(root, fresh.auth(), "", "", 0, 0, 0, 0));
        control.delete("/journal");
    }

    @Test
    void tellsWhoAskedWhatAndWhatCameOfIt() {
        int id = halo.create("journal", "").id();
        halo.get("/Tickets/" + id);

        JsonNode entries = control.get("/journal").json().path("entries");

        assertThat(entries.values())
                .extracting(entry -> entry.path("operation").asString() + " "
                        + entry.path("status").intValue())
                .containsExactly("POST /Tickets 201", "GET /Tickets/{id} 200");
        JsonNode first = entries.path(0);
        assertThat(first.path("tickets").path(0).intValue()).isEqualTo(id);
        assertThat(first.path("tenant").asString()).isEqualTo("acme");
        assertThat(first.path("application").asString()).isEqualTo("sundog-local");
        assertThat(first.path("time").asString()).startsWith("20");
    }

    @Test
    void holdsNoSecretTokenOrPasswordWhereverTheyWereSent() {
        String token = halo.token("?client_secret=" + SECRET, halo.credentials("all"))
                .json()
                .path("access_token")
                .asString();
        String basic = Base64.getEncoder().encodeToString(("sundog-local:" + SECRET).getBytes(StandardCharsets.UTF_8));
        halo.useToken(token);

        halo.get("/Tickets?search=" + token + "&access_token=" + token + "&search_summary=visible");
        halo.get("/Tickets/" + token);
        halo.get("/" + token);
        halo.token("?note=" + SECRET, halo.credentials("all"));
        halo.token("/" + SECRET, halo.credentials("all"));
        halo.token(
                "", Map.of("grant_type", "password", "username", "ada", "password", "hunter-2", "client_id", SECRET));
        halo.post(
                "/Webhook",
                "[{\"url\":\"http://127.0.0.1:1/\",\"basic_username\":\"u\",\"basic_password\":\"hunter-2\"}]");
        halo.post("/Tabs", "[{\"name\":\"t\",\"url\":\"https://x\",\"new_iframe_secret\":\"hunter-2\"}]");
        halo.get("/Tickets?code=hunter-2&hmac=hunter-2");

        String journal = control.get("/journal").body();
        assertThat(control.get("/journal").json().path("entries").size()).isGreaterThanOrEqualTo(9);
        assertThat(journal).contains("visible", "***");
        for (String secret : List.of(SECRET, token, basic, "hunter-2")) {
            assertThat(journal).doesNotContainIgnoringCase(secret);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "operation=GET%20/Status, 2",
        "operation=get%20/status&answered=503, 1",
        "answered=0, 1",
        "status=0, 2",
        "method=POST, 1",
        "application=sundog-local, 3",
        "application=other, 0",
        "fault=drop-after, 1",
        "limit=1, 1",
        "'', 3"
    })
    void showsOnlyWhatIsAskedFor(String query, int entries) {
        control.post(
                "/faults", "{\"kind\":\"status-before\",\"status\":503,\"operation\":\"GET /Status\",\"count\":1}");
        control.post("/faults", "{\"kind\":\"drop-before\",\"operation\":\"POST /Actions\",\"count\":1}");
        control.post("/faults", "{\"kind\":\"drop-after\",\"operation\":\"POST /Actions\",\"count\":1}");
        halo.get("/Status");
        halo.get("/Status");
        dropped();

        JsonNode found = control.get("/journal?" + query).json().path("entries");

        assertThat(found.size()).isEqualTo(entries);
    }

    @Test
    void findsTheRequestsOfATicket() {
        int id = halo.create("one", "").id();
        halo.create("other", "");
        halo.post("/Actions", "[{\"ticket_id\":%s,\"outcome_id\":7,\"note\":\"x\"}]".formatted(id));

        JsonNode found = control.get("/journal?ticket=" + id).json().path("entries");

        assertThat(found.values())
                .extracting(entry -> entry.path("operation").asString())
                .containsExactly("POST /Tickets", "POST /Actions");
    }

    @Test
    void saysWhatItCannotBeFilteredBy() {
        Reply reply = control.get("/journal?operaton=x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).contains("operaton", "operation");
    }

    @Test
    void cutsWhatIsVeryLong() {
        halo.get("/Tickets?search=" + "x".repeat(3000));

        String path = control.get("/journal")
                .json()
                .path("entries")
                .path(0)
                .path("path")
                .asString();

        assertThat(path).hasSizeLessThan(600).startsWith("/api/Tickets?search=xxx");
    }

    @Test
    void isEmptiedOnDemand() {
        halo.get("/Status");

        control.delete("/journal");

        assertThat(control.get("/journal").json().path("entries").size()).isZero();
    }

    private void dropped() {
        try {
            halo.post("/Actions", "[]");
        } catch (java.io.UncheckedIOException _) {
            // Cut, as wanted.
        }
    }
}
