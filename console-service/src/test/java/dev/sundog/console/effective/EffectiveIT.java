package dev.sundog.console.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What holds for an organization and where each value was set, over HTTP, from the stored configuration. */
class EffectiveIT extends ConsoleIT {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String policy = "eff-policy-" + run;
    private final String halo = "eff-halo-" + run;
    private final String group = "eff-group-" + run;
    private final String branch = "eff-branch-" + run;

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void configure() {
        http = new Http(port);
        saved("/api/v1/policies/" + policy, """
                {'tenantId':'eff','defaults':{'priorityBySeverity':{'HIGH':2},'urgency':3},
                 'rules':[{'id':'vip','name':'VIP','when':'event.severity == \\"HIGH\\"','then':{'team':'VIP'}}]}""");
        saved("/api/v1/connections/" + halo, """
                {'tenantId':'eff','resourceServer':'https://acme.halopsa.com/api','clientId':'app','policyId':'%s',
                 'authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush',
                 'defaults':{'team':'1st Line','slaId':3,'urgency':1}}""".formatted(policy));
        saved("/api/v1/organizations/" + group, """
                {'tenantId':'eff','connectionId':'%s','customerId':10,
                 'overrides':{'slaId':4,'computed':{'agentId':'event.over ? 1 : 2'}}}""".formatted(halo));
        saved("/api/v1/organizations/" + branch, """
                {'tenantId':'eff','parentId':'%s','customerId':13,'siteId':18,'overrides':{'impact':2}}""".formatted(group));
    }

    @Test
    void saysOfEachValueWhichPlaceSetItTheNarrowerBeforeTheWider() {
        var answer = http.get("/api/v1/organizations/" + branch + ":effective");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("tenantId").asString()).isEqualTo("eff");
        assertThat(answer.json().get("waits").isNull()).isTrue();
        assertThat(values(answer.json()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "agentId", "event.over ? 1 : 2 of ORGANIZATION " + group + " computed",
                        "connectionId", halo + " of ORGANIZATION " + group,
                        "customerId", "13 of ORGANIZATION " + branch,
                        "impact", "2 of ORGANIZATION " + branch,
                        "policyId", policy + " of CONNECTION " + halo,
                        "priorityBySeverity.HIGH", "2 of POLICY " + policy,
                        "siteId", "18 of ORGANIZATION " + branch,
                        "slaId", "4 of ORGANIZATION " + group,
                        "team", "1st Line of CONNECTION " + halo + " unless vip",
                        "urgency", "3 of POLICY " + policy));
    }

    @Test
    void followsAChangeOfAWiderPlace() {
        var connection = http.get("/api/v1/connections/" + halo).json();
        http.put(
                "/api/v1/connections/" + halo,
                """
                {'tenantId':'eff','resourceServer':'https://acme.halopsa.com/api','clientId':'app',
                 'authorizationServer':'https://acme.halopsa.com/auth','defaults':{'team':'2nd Line'}}""",
                "If-Match",
                "\"" + connection.get("version").asLong() + "\"");

        var values = values(
                http.get("/api/v1/organizations/" + branch + ":effective").json());

        assertThat(values)
                .containsEntry("team", "2nd Line of CONNECTION " + halo)
                .doesNotContainKeys("policyId", "urgency", "priorityBySeverity.HIGH");
    }

    @Test
    void saysWhyEventsWaitWhereNobodyIsTheCustomer() {
        saved("/api/v1/organizations/eff-lost-" + run, "{'tenantId':'eff','connectionId':'" + halo + "'}");

        var effective =
                http.get("/api/v1/organizations/eff-lost-" + run + ":effective").json();

        assertThat(effective.get("waits").asString()).contains("eff-lost-" + run + " has no customer in Halo");
        assertThat(effective.get("values").isEmpty()).isTrue();
    }

    @Test
    void knowsNobodyWhoIsNotThere() {
        assertThat(http.get("/api/v1/organizations/eff-nobody:effective").status())
                .isEqualTo(404);
    }

    private void saved(String path, String document) {
        var answer = http.put(path, document);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private static Map<String, String> values(JsonNode effective) {
        var lines = new TreeMap<String, String>();
        for (var value : effective.get("values")) {
            var rules = value.get("rules");
            lines.put(
                    value.get("field").asString(),
                    value.get("value").asString() + " of "
                            + value.at("/from/place").asString() + " "
                            + value.at("/from/id").asString()
                            + (value.get("computed").asBoolean() ? " computed" : "")
                            + (rules.isEmpty() ? "" : " unless " + rules.get(0).asString()));
        }
        return lines;
    }
}
