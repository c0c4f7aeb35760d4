package dev.sundog.console.mapping;

import static dev.sundog.console.reference.PublishedReference.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.configuration.Organization;
import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.console.reference.PublishedReference;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.ReferenceItem;
import dev.sundog.delivery.ReferenceKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Customers for organizations, over HTTP: proposed with evidence, and mapped by itself where that is certain and wanted. */
class MappingIT extends ConsoleIT {

    private static final String CONNECTION = "{'tenantId':'%s','resourceServer':'https://acme.halopsa.com/api',"
            + "'clientId':'app','authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush',"
            + "'applyExactMatches':%s}";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String tenant = "map-" + run;
    private final String halo = "map-halo-" + run;
    private final PublishedReference reference = new PublishedReference(tenant, halo);

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void open() {
        http = new Http(port);
    }

    @Test
    void mapsWhatIsCertainAndTellsWhoDidItAndWhy() {
        connect(halo, true);
        known(halo, customer(12, "Contoso Ltd", "t-12"), item(13, "Fabrikam Inc"));

        organization("sure", "'azureTenantId':'T-12','name':'Contoso'");

        awaitMapped("sure", 12);
        var history =
                http.get("/api/v1/organizations/" + id("sure") + "/history").json();
        assertThat(history.at("/items/0/author").asString()).isEqualTo("sundog");
        assertThat(history.at("/items/0/reason").asString())
                .contains("only 12 Contoso Ltd has the Azure tenant t-12", halo);
        assertThat(history.at("/items/0/document/customerId").asInt()).isEqualTo(12);
        assertThat(history.at("/items/1/author").asString()).isEqualTo("api");
        assertThat(history.at("/items/1/document").has("customerId")).isFalse();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.ORGANIZATIONS, id("sure")))
                        .last()
                        .satisfies(record -> {
                            assertThat(((Organization) record.value()).getCustomerId())
                                    .isEqualTo(12);
                            assertThat(((Organization) record.value()).getVersion())
                                    .isEqualTo(2);
                        }));
    }

    @Test
    void keepsWhoChangedAnOrganizationAndWhy() {
        connect(halo, false);
        organization("told", "'customerId':12");

        http.put(
                "/api/v1/organizations/" + id("told"),
                document("'customerId':13"),
                "If-Match",
                "\"1\"",
                "Sundog-Author",
                "ada",
                "Sundog-Reason",
                "they moved");

        var history =
                http.get("/api/v1/organizations/" + id("told") + "/history").json();
        assertThat(history.get("items").findValuesAsString("author")).containsExactly("ada", "api");
        assertThat(history.at("/items/0/reason").asString()).isEqualTo("they moved");
        assertThat(http.get("/api/v1/organizations/nobody/history").status()).isEqualTo(404);
    }

    @Test
    void leavesAloneWhatAPersonMappedOrUnmapped() {
        connect(halo, true);
        known(halo, customer(12, "Contoso", "t-12"), customer(13, "Fabrikam", "t-13"), item(14, "Northwind"));
        organization("unmapped", "'azureTenantId':'t-12'");
        awaitMapped("unmapped", 12);
        organization("mapped", "'azureTenantId':'t-12','customerId':14");

        http.put("/api/v1/organizations/" + id("unmapped"), document("'azureTenantId':'t-12'"), "If-Match", "\"2\"");

        awaitARoundOverAll();
        assertThat(mapping("unmapped").has("customerId")).isFalse();
        assertThat(mapping("mapped").get("customerId").asInt()).isEqualTo(14);
        // Still proposed: a person may take it.
        assertThat(candidates("unmapped").at("/items/0/customerId").asInt()).isEqualTo(12);
    }

    @Test
    void neverMapsByItselfWhatIsLessThanCertain() {
        connect(halo, true);
        known(
                halo,
                customer(11, "Contoso", "twin"),
                customer(12, "Contoso", "twin"),
                customer(13, "Fabrikam", "t-13"),
                item(14, "Northwind"));
        organization("ambiguous", "'azureTenantId':'twin'");
        organization("named", "'name':'Northwind'");

        awaitARoundOverAll();

        assertThat(mapping("ambiguous").has("customerId")).isFalse();
        assertThat(mapping("named").has("customerId")).isFalse();
        assertThat(candidates("ambiguous").get("ambiguous").asBoolean()).isTrue();
        assertThat(candidates("ambiguous").get("items").size()).isEqualTo(2);
        assertThat(candidates("named").at("/items/0/evidence/0/sort").asString())
                .isEqualTo("NAME");
        assertThat(candidates("named").at("/items/0/exact").asBoolean()).isFalse();
    }

    @Test
    void neverMapsByItselfWhereThatIsOffOrTheCustomersAreNotSurelyKnown() {
        var off = "map-a-off-" + run;
        var part = "map-a-part-" + run;
        var old = "map-a-old-" + run;
        connect(halo, true);
        connect(off, false);
        connect(part, true);
        connect(old, true);
        known(halo, customer(13, "Fabrikam", "t-13"));
        known(off, customer(12, "Contoso", "t-12"));
        new PublishedReference(tenant, part).readInPart(ReferenceKind.CUSTOMER, customer(12, "Contoso", "t-12"));
        var longAgo = InstantSource.system().instant().minus(Duration.ofDays(3));
        new PublishedReference(tenant, old).readAt(longAgo, ReferenceKind.CUSTOMER, customer(12, "Contoso", "t-12"));
        awaitCustomers(part, 1);
        awaitCustomers(old, 1);
        for (var connection : List.of(off, part, old)) {
            http.put(
                    "/api/v1/organizations/of-" + connection,
                    "{'tenantId':'" + tenant + "','connectionId':'" + connection + "','azureTenantId':'t-12'}");
        }

        awaitARoundOverAll();

        for (var connection : List.of(off, part, old)) {
            assertThat(http.get("/api/v1/organizations/of-" + connection).json().has("customerId"))
                    .as(connection)
                    .isFalse();
        }
        http.put(
                "/api/v1/connections/" + off,
                CONNECTION.formatted(tenant, true).replace(",'clientSecret':'hush-hush'", ""),
                "If-Match",
                "*");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get("/api/v1/organizations/of-" + off)
                                .json()
                                .path("customerId")
                                .asInt(0)
                        == 12);
    }

    @Test
    void proposesEvenForAnOrganizationWithoutARecord() {
        connect(halo, false);
        known(halo, item(12, "Contoso Ltd"), item(13, "Fabrikam Inc"));

        var unknown = http.get("/api/v1/organizations/fabrikam-inc:candidates?connection=" + halo)
                .json();

        assertThat(unknown.get("known").asBoolean()).isFalse();
        assertThat(unknown.at("/items/0/customerId").asInt()).isEqualTo(13);
        assertThat(unknown.get("items").size()).isEqualTo(1);
    }

    @Test
    void scoresWithTheEvidenceOfEachSort() {
        connect(halo, false);
        ReferenceItem contoso = customer(12, "Contoso Ltd", "t-12");
        contoso.setExternalIds(Map.of("xero", "x-12"));
        contoso.setDomains(List.of("contoso.example"));
        ReferenceItem user = item(7, "Uma");
        user.setCustomerId(12L);
        user.setEmail("uma@mail.contoso.example");
        reference.read(ReferenceKind.USER, user);
        known(halo, contoso, item(13, "Fabrikam Inc"));
        await().atMost(Duration.ofSeconds(30)).until(() -> count(halo, "users") == 1);

        organization(
                "evident",
                "'azureTenantId':'t-12','externalIds':{'xero':'x-12'},'name':'CONTOSO Limited',"
                        + "'domains':['contoso.example','mail.contoso.example']");

        var best = candidates("evident").at("/items/0");
        assertThat(best.get("score").asInt()).isEqualTo(100);
        assertThat(best.get("exact").asBoolean()).isTrue();
        assertThat(best.get("evidence").findValuesAsString("sort"))
                .containsExactly("AZURE_TENANT", "EXTERNAL_ID", "DOMAIN", "MAIL_DOMAIN", "NAME_WITHOUT_LEGAL_FORM");
        assertThat(best.get("evidence").findValuesAsString("detail"))
                .containsExactly("t-12", "xero x-12", "contoso.example", "mail.contoso.example", "Contoso Ltd");
    }

    @Test
    void neverProposesOrMapsACustomerOfAnotherTenant() {
        var otherHalo = "map-a-other-" + run;
        http.put("/api/v1/connections/" + otherHalo, CONNECTION.formatted("other-" + run, true));
        new PublishedReference("other-" + run, otherHalo).read(ReferenceKind.CUSTOMER, customer(66, "Contoso", "t-12"));
        awaitCustomers(otherHalo, 1);
        connect(halo, true);
        known(halo, customer(13, "Fabrikam", "t-13"));

        organization("contoso", "'azureTenantId':'t-12','name':'Contoso'");

        awaitARoundOverAll();
        assertThat(mapping("contoso").has("customerId")).isFalse();
        assertThat(candidates("contoso").get("items").isEmpty()).isTrue();
        assertThat(http.get("/api/v1/organizations/" + id("contoso") + ":candidates?connection=" + otherHalo)
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/api/v1/organizations/contoso-new:candidates?tenantId=" + tenant + "&connection="
                                + otherHalo)
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/api/v1/organizations/contoso-new:candidates?tenantId=" + tenant)
                        .raw()
                        .body())
                .doesNotContain("66", otherHalo);
    }

    /** A certain match that appears now is mapped by a round that saw everything before, connections in the order of ids. */
    private void awaitARoundOverAll() {
        organization("sentinel", "'azureTenantId':'t-13'");
        awaitMapped("sentinel", 13);
    }

    private void awaitMapped(String name, int customerId) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mapping(name).path("customerId").asInt(0) == customerId);
    }

    private JsonNode mapping(String name) {
        return http.get("/api/v1/organizations/" + id(name)).json();
    }

    private JsonNode candidates(String name) {
        return http.get("/api/v1/organizations/" + id(name) + ":candidates").json();
    }

    private void connect(String connectionId, boolean exact) {
        http.put("/api/v1/connections/" + connectionId, CONNECTION.formatted(tenant, exact));
    }

    private void organization(String name, String fields) {
        var answer = http.put("/api/v1/organizations/" + id(name), document(fields));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private String document(String fields) {
        return "{'tenantId':'" + tenant + "','connectionId':'" + halo + "'," + fields + "}";
    }

    private String id(String name) {
        return "map-" + name + "-" + run;
    }

    private void known(String connectionId, ReferenceItem... customers) {
        new PublishedReference(tenant, connectionId).read(ReferenceKind.CUSTOMER, customers);
        awaitCustomers(connectionId, customers.length);
    }

    private void awaitCustomers(String connectionId, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> count(connectionId, "customers") == number);
    }

    private int count(String connectionId, String kind) {
        return http.get("/api/v1/connections/" + connectionId + "/reference/" + kind)
                .json()
                .get("total")
                .asInt();
    }

    private static ReferenceItem customer(long id, String name, String azureTenant) {
        ReferenceItem customer = item(id, name);
        customer.setAzureTenantIds(List.of(azureTenant));
        return customer;
    }
}
