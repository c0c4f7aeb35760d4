package dev.sundog.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configuration over HTTP on a real database. */
class ConfigurationIT extends ConsoleIT {

    private static final String CONNECTION = """
            {'tenantId':'acme','resourceServer':'https://acme.halopsa.com/api/','clientId':'app',
             'authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'}""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Http http;

    @BeforeEach
    void empty() {
        http = new Http(port);
        jdbc.sql("truncate organizations, connections, policies, retired cascade")
                .update();
    }

    @Test
    void createsAndAnswersWithVersionAndTagAndWithoutSecret() {
        var created = http.put("/api/v1/connections/main", CONNECTION);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().at("/version").asLong()).isEqualTo(1);
        assertThat(created.json().at("/clientSecretSet").asBoolean()).isTrue();
        assertThat(created.json().at("/resourceServer").asString()).isEqualTo("https://acme.halopsa.com");
        assertThat(created.raw().body()).doesNotContain("hush-hush").doesNotContain("\"clientSecret\"");
    }

    @Test
    void neverStoresTheSecretInClearText() {
        http.put("/api/v1/connections/main", CONNECTION);

        assertThat(jdbc.sql("select body::text from connections")
                        .query(String.class)
                        .single())
                .contains("clientSecret")
                .doesNotContain("hush-hush");
        assertThat(jdbc.sql("select coalesce(string_agg(body::text, ''), '') from outbox")
                        .query(String.class)
                        .single())
                .doesNotContain("hush-hush");
    }

    @Test
    void saysWhatAPutWouldRefuseAndWritesNothing() {
        var secretless = CONNECTION.replace(",'clientSecret':'hush-hush'", "");

        var sound = http.post("/api/v1/connections/checked:check", CONNECTION);
        var faulty = http.post("/api/v1/connections/checked:check", secretless.replace("'app'", "7"));
        var lacking = http.post("/api/v1/connections/checked:check", secretless);
        var dangling = http.post(
                "/api/v1/organizations/checked:check", "{'tenantId':'acme','connectionId':'nowhere','customerId':1}");

        assertThat(sound.status()).as(sound.raw().body()).isEqualTo(200);
        assertThat(sound.json().at("/findings").isEmpty()).isTrue();
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.json().at("/errors").findValuesAsString("pointer")).contains("/clientId");
        assertThat(lacking.json().at("/errors/0/pointer").asString()).isEqualTo("/clientSecret");
        assertThat(dangling.json().at("/errors/0/pointer").asString()).isEqualTo("/connectionId");
        assertThat(http.post("/api/v1/policies/checked:check", "[").status()).isEqualTo(400);
        assertThat(http.get("/api/v1/connections/checked").status()).isEqualTo(404);
    }

    @Test
    void asksForTheVersionThatIsMeant() {
        http.put("/api/v1/connections/main", CONNECTION);

        var changed = http.put("/api/v1/connections/main", CONNECTION.replace("'app'", "'other'"));

        assertThat(changed.status()).isEqualTo(428);
        assertThat(changed.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesAChangeOfAnOldVersion() {
        http.put("/api/v1/connections/main", CONNECTION);
        var second = http.put("/api/v1/connections/main", CONNECTION.replace("'app'", "'other'"), "If-Match", "\"1\"");

        var third = http.put("/api/v1/connections/main", CONNECTION.replace("'app'", "'third'"), "If-Match", "\"1\"");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(third.status()).isEqualTo(412);
        assertThat(http.get("/api/v1/connections/main").json().at("/clientId").asString())
                .isEqualTo("other");
    }

    @Test
    void changesNothingWhenEverythingIsAsItWas() {
        http.put("/api/v1/connections/main", CONNECTION);

        var again = http.put("/api/v1/connections/main", CONNECTION, "If-Match", "\"1\"");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void keepsTheSecretThatIsNotGivenAgain() {
        http.put("/api/v1/connections/main", CONNECTION);
        var before = secret();

        var changed = http.put(
                "/api/v1/connections/main",
                CONNECTION.replace(",'clientSecret':'hush-hush'", "").replace("'app'", "'other'"),
                "If-Match",
                "\"1\"");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(secret()).isEqualTo(before);
    }

    @Test
    void doesNotSendTheStoredSecretToAnotherServer() {
        http.put("/api/v1/connections/main", CONNECTION);

        var changed = http.put(
                "/api/v1/connections/main",
                CONNECTION
                        .replace(",'clientSecret':'hush-hush'", "")
                        .replace("acme.halopsa.com/auth", "evil.example/auth"),
                "If-Match",
                "\"1\"");

        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.json().at("/errors/0/pointer").asString()).isEqualTo("/clientSecret");
    }

    @Test
    void refusesWhatAnotherTenantOwnsAsIfItWereNotThere() {
        http.put("/api/v1/connections/main", CONNECTION);

        var foreign = http.put("/api/v1/organizations/contoso", "{'tenantId':'other','connectionId':'main'}");
        var absent = http.put("/api/v1/organizations/contoso", "{'tenantId':'other','connectionId':'none'}");

        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.json().at("/errors/0/pointer").asString()).isEqualTo("/connectionId");
        assertThat(foreign.raw().body()).isEqualTo(absent.raw().body());
    }

    @Test
    void keepsAnObjectWithItsTenant() {
        http.put("/api/v1/policies/p", "{'tenantId':'acme'}");

        var moved = http.put("/api/v1/policies/p", "{'tenantId':'other'}", "If-Match", "\"1\"");

        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.json().at("/errors/0/pointer").asString()).isEqualTo("/tenantId");
    }

    @Test
    void keepsWhatIsNeededAndSaysByWhat() {
        http.put("/api/v1/connections/main", CONNECTION);
        http.put("/api/v1/organizations/contoso", "{'tenantId':'acme','connectionId':'main'}");

        var kept = http.delete("/api/v1/connections/main");
        http.delete("/api/v1/organizations/contoso");
        var deleted = http.delete("/api/v1/connections/main", "If-Match", "\"1\"");

        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.json().at("/detail").asString()).contains("organization contoso");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(http.get("/api/v1/connections/main").status()).isEqualTo(404);
    }

    @Test
    void goesOnCountingVersionsAfterADeletion() {
        http.put("/api/v1/policies/p", "{'tenantId':'acme'}");
        http.delete("/api/v1/policies/p");

        var again = http.put("/api/v1/policies/p", "{'tenantId':'acme'}");

        assertThat(again.json().at("/version").asLong()).isEqualTo(3);
    }

    @Test
    void tellsNothingOfATenantThatHadTheIdBefore() {
        for (var kind : new String[] {"policies", "organizations"}) {
            var address = "/api/v1/" + kind + "/heir";
            http.put(address, "{'tenantId':'former','name':'Secret plan'}");
            http.delete(address);
            http.put(address, "{'tenantId':'heir'}");

            var history = http.get(address + "/history");

            assertThat(history.json().get("items").findValuesAsString("version"))
                    .as(kind)
                    .containsExactly("3");
            assertThat(history.raw().body()).doesNotContain("Secret plan");
        }
    }

    @Test
    void refusesACircleOfParents() {
        http.put("/api/v1/organizations/a", "{'tenantId':'acme'}");
        http.put("/api/v1/organizations/b", "{'tenantId':'acme','parentId':'a'}");

        var circle = http.put("/api/v1/organizations/a", "{'tenantId':'acme','parentId':'b'}", "If-Match", "\"1\"");

        assertThat(circle.status()).isEqualTo(400);
        assertThat(circle.json().at("/errors/0/pointer").asString()).isEqualTo("/parentId");
    }

    @Test
    void listsInPages() {
        for (var id : new String[] {"c", "a", "b"}) {
            http.put("/api/v1/policies/" + id, "{'tenantId':'acme'}");
        }

        var page = http.get("/api/v1/policies?page=1&size=2").json();

        assertThat(page.at("/total").asLong()).isEqualTo(3);
        assertThat(page.at("/items").size()).isEqualTo(1);
        assertThat(page.at("/items/0/id").asString()).isEqualTo("c");
    }

    @Test
    void answersWithProblemsEverywhere() {
        var noJson = http.put("/api/v1/policies/p", "{'tenantId'");
        var twice = http.put("/api/v1/policies/p", "{'tenantId':'a','tenantId':'b'}");
        var type = http.send(http.request("/api/v1/policies/p").PUT(HttpRequest.BodyPublishers.ofString("x")));
        var method = http.send(http.request("/api/v1/policies/p").POST(HttpRequest.BodyPublishers.noBody()));
        var nowhere = http.get("/api/v1/nothing");
        var page = http.get("/api/v1/policies?page=x");

        assertThat(noJson.status()).isEqualTo(400);
        assertThat(twice.status()).isEqualTo(400);
        assertThat(type.status()).isEqualTo(415);
        assertThat(method.status()).isEqualTo(405);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(page.status()).isEqualTo(400);
        assertThat(new Http.Answer[] {noJson, twice, type, method, nowhere, page})
                .allSatisfy(answer -> assertThat(answer.header("Content-Type")).startsWith("application/problem+json"));
    }

    private String secret() {
        return jdbc.sql("select body ->> 'clientSecret' from connections")
                .query(String.class)
                .single();
    }
}
