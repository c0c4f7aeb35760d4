package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.JournalEntry;
import dev.sundog.simulator.control.Switch;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several tenants in one process, each for itself. */
class TenantTest {

    /** Fits every resource: what one of them does not know it ignores. */
    private static final String ANYTHING =
            "[{\"name\":\"leak\",\"summary\":\"leak\",\"subject\":\"leak\",\"client_id\":12,\"site_id\":18,"
                    + "\"ticket_id\":1001,\"outcome_id\":7,\"note\":\"leak\",\"_loadreportonly\":true,"
                    + "\"sql\":\"select faultid from faults\"}]";

    private final HaloSimulator halo = HaloSimulator.start(SimulatorOptions.defaults()
            .withTenant(
                    TenantOptions.named("beta").withHost("halo.beta.example").withCustomers(3)));
    private HaloCaller acme = caller("");
    private HaloCaller beta = caller("/beta");

    @BeforeEach
    void signIn() {
        acme = caller("").signIn("all");
        beta = caller("/beta").signIn("all");
        halo.clearJournal();
        halo.tenant("beta").clearJournal();
    }

    @AfterEach
    void close() {
        halo.close();
    }

    @Test
    void showsNothingOfOneTenantToAnother() {
        beta.create("the only one", "");
        Map<String, String> before = lists(beta);
        Map<String, Integer> written = new TreeMap<>();

        acme.create("leak", "");
        halo.tenant("acme")
                .resources()
                .forEach(name ->
                        written.put(name, acme.post("/" + name, ANYTHING).status()));

        assertThat(written.values()).filteredOn(status -> status == 201).hasSizeGreaterThan(8);
        assertThat(lists(beta)).isEqualTo(before);
        assertThat(lists(acme).toString()).contains("leak").doesNotContain("the only one");
    }

    @Test
    void refusesTheTokenOfAnotherTenantEverywhere() {
        HaloCaller stranger = caller("/beta").useToken(acme.token());

        assertThat(halo.tenant("beta").resources()).allSatisfy(name -> {
            assertThat(stranger.get("/" + name).status()).isEqualTo(401);
            assertThat(stranger.post("/" + name, ANYTHING).status()).isEqualTo(401);
            assertThat(stranger.delete("/" + name + "/1").status()).isEqualTo(401);
        });
        assertThat(halo.tenant("beta").ticketCount()).isZero();
    }

    @Test
    void revokesTheTokensOfOneTenantOnly() {
        halo.tenant("beta").revokeTokens();

        assertThat(beta.get("/Tickets").status()).isEqualTo(401);
        assertThat(acme.get("/Tickets").status()).isEqualTo(200);
    }

    @Test
    void hasALimitOfItsOwn() {
        halo.tenant("beta").set(Switch.RATE_LIMIT, 2);

        beta.get("/Status");
        beta.get("/Status");

        assertThat(beta.get("/Status").status()).isEqualTo(429);
        assertThat(acme.get("/Status").status()).isEqualTo(200);
    }

    @Test
    void hasFaultsAndAJournalOfItsOwn() {
        halo.tenant("beta").inject(Fault.of(FaultKind.STATUS_BEFORE, "GET /Status"));

        assertThat(acme.get("/Status").status()).isEqualTo(200);
        assertThat(beta.get("/Status").status()).isEqualTo(500);

        assertThat(halo.journal()).extracting(JournalEntry::tenant).containsExactly("acme");
        assertThat(halo.tenant("beta").journal())
                .extracting(JournalEntry::tenant, JournalEntry::answered)
                .containsExactly(tuple("beta", 500));
    }

    @Test
    void isResetAlone() {
        acme.create("stays", "");
        beta.create("goes", "");

        control("/beta/_sim").post("/reset", "{}");

        assertThat(halo.tenant("beta").ticketCount()).isZero();
        assertThat(halo.ticketCount()).isEqualTo(1);
    }

    @Test
    void keepsItsOwnSwitchesAfterAReset() {
        HaloTenant old = halo.open(TenantOptions.named("old").with(Switch.CREATE_STATUS, 200));
        old.set(Switch.CREATE_STATUS, 201);

        old.reset();

        assertThat(caller("/old").signIn("all").create("x", "").status()).isEqualTo(200);
    }

    @Test
    void saysTheAddressThatTheCallerUsed() {
        Reply authInfo = beta.get("/authinfo");
        Reply discovery = control("/beta/auth").get("/.well-known/openid-configuration");

        assertThat(authInfo.json().path("auth_url").asString()).isEqualTo(halo.baseUri() + "/beta/auth");
        assertThat(authInfo.json().path("tenant_id").asString()).isEqualTo("beta");
        assertThat(discovery.json().path("token_endpoint").asString()).isEqualTo(halo.baseUri() + "/beta/auth/token");
        assertThat(halo.tenant("beta").baseUri()).hasToString(halo.baseUri() + "/beta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"halo.beta.example", "HALO.beta.example:8070", "beta.localhost", "Beta.halopsa.test:443"})
    void isChosenByTheHostName(String host) {
        assertThat(RawHttp.get(halo.port(), host, "/api/authinfo"))
                .contains("200 OK", "\"tenant_id\":\"beta\"", "://" + host + "/auth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"halo.gamma.example", "127.0.0.1:8070", "localhost"})
    void leadsToAcmeByAnyOtherHostName(String host) {
        assertThat(RawHttp.get(halo.port(), host, "/api/authinfo")).contains("\"tenant_id\":\"acme\"");
    }

    @Test
    void takesThePathBeforeTheHostName() {
        assertThat(RawHttp.get(halo.port(), "halo.beta.example", "/ACME/api/authinfo"))
                .contains("\"tenant_id\":\"acme\"", "://halo.beta.example/acme/auth");
    }

    @Test
    void knowsNoTenantThatIsNotThere() {
        assertThat(control("/gamma/api").get("/authinfo").status()).isEqualTo(404);
        assertThatIllegalArgumentException().isThrownBy(() -> halo.tenant("gamma"));
    }

    @Test
    void showsThePageOfItsTickets() {
        beta.create("seen by people", "");

        assertThat(control("/beta/").get("").body()).contains("seen by people");
        assertThat(control("/").get("").body()).doesNotContain("seen by people");
        assertThat(control("/beta").get("").header("location")).isEqualTo("/beta/");
    }

    @Test
    void takesCallsWithoutApiFromWhoShowsAToken() {
        HaloCaller bare = new HaloCaller(
                        new HaloUnderTest(halo.tenant("beta").baseUri(), halo.baseUri(), "", "", 12, 18, 21, 7))
                .useToken(beta.token());

        Reply created = bare.create("bare", "");

        assertThat(created.status()).isEqualTo(201);
        assertThat(bare.get("/TICKETS").json().path("record_count").intValue()).isEqualTo(1);
        assertThat(control("/beta").get("/tickets").status()).isEqualTo(404);
        assertThat(control("/beta").post("/tickets", "[]").status()).isEqualTo(401);
        assertThat(halo.tenant("beta").journal())
                .extracting(JournalEntry::operation)
                .containsExactly("POST /Tickets", "GET /Tickets", "POST /Tickets");
    }

    @Test
    void isOpenedAndRemovedOverHttp() {
        Reply opened = control("/_sim").post("/tenants", """
                {"name":"gamma","hosts":["gamma.example"],"customers":2,"options":{"createStatus":200},
                 "applications":[{"clientId":"g","clientSecret":"s3cret","scopes":"read:tickets edit:tickets"}]}
                """);
        HaloCaller gamma = new HaloCaller(at("/gamma", "g", "s3cret")).signIn("edit:tickets");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.body()).contains(halo.baseUri() + "/gamma").doesNotContain("s3cret");
        assertThat(gamma.create("x", "").status()).isEqualTo(200);
        assertThat(gamma.get("/Client").status()).isEqualTo(403);
        assertThat(control("/_sim").get("/tenants").json().path("tenants").values())
                .extracting(
                        one -> one.path("name").asString() + one.path("tickets").intValue())
                .containsExactly("acme0", "beta0", "gamma1");

        assertThat(control("/_sim").delete("/tenants/gamma").status()).isEqualTo(204);
        assertThat(gamma.get("/Tickets").status()).isEqualTo(404);
        assertThat(control("/_sim").delete("/tenants/gamma").status()).isEqualTo(404);
    }

    @Test
    void hasAVersionOfItsOwn() {
        control("/_sim").post("/tenants", "{\"name\":\"old\",\"profile\":\"2025-04\"}");
        HaloCaller old = caller("/old").signIn("all");
        old.create("x", "\"third_party_id_string\":\"one\"");
        beta.create("x", "\"third_party_id_string\":\"one\"");

        String filter = "/Tickets?third_party_id_string=another";

        assertThat(old.get(filter).json().path("record_count").intValue()).isEqualTo(1);
        assertThat(beta.get(filter).json().path("record_count").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"name\":\"Beta Ltd\"}",
                "{\"name\":\"beta\"}",
                "{\"name\":\"tickets\"}",
                "{\"name\":\"api\"}",
                "{\"name\":\"journal\"}",
                "{\"name\":\"x\",\"profile\":\"1999\"}",
                "{\"name\":\"x\",\"hosts\":[\"halo.BETA.example\"]}",
                "{\"name\":\"x\",\"hosts\":\"x.example\"}",
                "{\"name\":\"x\",\"customers\":-1}",
                "{\"name\":\"x\",\"customers\":\"many\"}",
                "{\"name\":\"x\",\"options\":{\"nonsense\":1}}",
                "{\"name\":\"x\",\"options\":[]}",
                "{\"name\":\"x\",\"applications\":[{\"clientId\":\"g\"}]}",
                "{\"name\":\"x\",\"colour\":\"red\"}"
            })
    void saysWhatIsWrongWithATenant(String tenant) {
        Reply reply = control("/_sim").post("/tenants", tenant);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isNotBlank();
        assertThat(control("/_sim").get("/tenants").json().path("tenants").size())
                .isEqualTo(2);
    }

    @Test
    void keepsAcmeForWhoeverNamesNone() {
        assertThat(control("/_sim").delete("/tenants/acme").status()).isEqualTo(400);
        assertThatIllegalArgumentException().isThrownBy(() -> halo.remove("acme"));
    }

    @Test
    void hasAsManyCustomersAsWanted() {
        assertThat(beta.get("/Client?count=999").json().path("record_count").intValue())
                .isEqualTo(acme.get("/Client").json().path("record_count").intValue() + 3);
        assertThat(beta.get("/Client/1003").json().path("main_site_id").intValue())
                .isEqualTo(1003);
        assertThat(beta.create("x", "\"site_id\":18").status()).isEqualTo(201);
    }

    @Test
    void beginsWithWhatTheOptionsSay() {
        TenantOptions options = TenantOptions.named("acme")
                .withApplications(List.of(new Application("other", "secret", Scopes.of("all"), 3)));

        try (HaloSimulator own = HaloSimulator.start(SimulatorOptions.defaults().withTenant(options))) {
            assertThat(own.tenant("acme").options()).isEqualTo(options);
            assertThat(options.toString()).doesNotContain("secret=");
        }
    }

    private static Map<String, String> lists(HaloCaller caller) {
        Map<String, String> lists = new TreeMap<>();
        for (String name : SimulatorUnderTest.simulator().tenant("acme").resources()) {
            lists.put(name, caller.get("/" + name + "?count=999").body());
            lists.put(name + "/1001", caller.get("/" + name + "/1001").body());
        }
        return lists;
    }

    private HaloCaller caller(String prefix) {
        return new HaloCaller(at(prefix, "sundog-local", "sundog-local-secret"));
    }

    /** For what needs no token. */
    private HaloCaller control(String path) {
        return new HaloCaller(new HaloUnderTest(URI.create(halo.baseUri() + path), halo.baseUri(), "", "", 0, 0, 0, 0));
    }

    private HaloUnderTest at(String prefix, String clientId, String secret) {
        URI root = URI.create(halo.baseUri() + prefix);
        return new HaloUnderTest(
                URI.create(root + "/api"), URI.create(root + "/auth"), clientId, secret, 12, 18, 21, 7);
    }
}
