package dev.sundog.console.reference;

import static dev.sundog.console.reference.PublishedReference.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.delivery.ReferenceItem;
import dev.sundog.delivery.ReferenceKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Configuration against what Halo has, over HTTP: when it is saved, and when either side changes. */
class FindingsIT extends ConsoleIT {

    private static final String CONNECTION = "{'tenantId':'%s','resourceServer':'https://acme.halopsa.com/api',"
            + "'clientId':'app','authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'%s}";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String tenant = "find-" + run;
    private final String halo = "find-halo-" + run;
    private final String policy = "find-policy-" + run;
    private final PublishedReference reference = new PublishedReference(tenant, halo);

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
        http.put("/api/v1/policies/" + policy, "{'tenantId':'" + tenant + "'}");
        http.put("/api/v1/connections/" + halo, CONNECTION.formatted(tenant, ",'policyId':'" + policy + "'"));
    }

    @Test
    void comeAndGoByThemselvesWhenHaloChanges() {
        known(ReferenceKind.STATUS, item(1, "New"), item(5, "Waiting"));
        http.put("/api/v1/policies/" + policy, rule("'statusId':5"), "If-Match", "*");
        assertThat(findings()).isEmpty();

        reference.read(ReferenceKind.STATUS, item(1, "New"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(findings()).singleElement().satisfies(finding -> {
                    assertThat(finding.get("kind").asString()).isEqualTo("policy");
                    assertThat(finding.get("id").asString()).isEqualTo(policy);
                    assertThat(finding.get("pointer").asString()).isEqualTo("/rules/0/then/statusId");
                    assertThat(finding.get("severity").asString()).isEqualTo("ERROR");
                    assertThat(finding.at("/allowed/0").asString()).isEqualTo("1 New");
                }));

        reference.read(ReferenceKind.STATUS, item(1, "New"), item(5, "Waiting"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(findings()).isEmpty());
    }

    @Test
    void comeAndGoByThemselvesWhenConfigurationChanges() {
        known(ReferenceKind.CUSTOMER, item(12, "Contoso"));
        var organization = "/api/v1/organizations/find-org-" + run;
        var document = "{'tenantId':'" + tenant + "','connectionId':'" + halo + "','customerId':%d}";

        http.put(organization, document.formatted(99));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.get("kind").asString()).isEqualTo("organization");
            assertThat(finding.get("pointer").asString()).isEqualTo("/customerId");
            // Another agent might see it.
            assertThat(finding.get("severity").asString()).isEqualTo("WARNING");
        });
        http.put(organization, document.formatted(12), "If-Match", "*");
        assertThat(findings()).isEmpty();
        http.put(organization, document.formatted(99), "If-Match", "*");
        http.delete(organization);
        assertThat(findings()).isEmpty();
    }

    @Test
    void nameEachOfTheFourMistakes() {
        known(ReferenceKind.TEAM, item(1, "First Line"), item(2, "Cloud"));
        known(ReferenceKind.SLA, item(1, "Standard"), item(2, "Premium"));
        known(ReferenceKind.PRIORITY, priority(1, 1), priority(3, 1), priority(1, 2));
        ReferenceItem ada = item(3, "Ada");
        ada.setTeams(List.of("First Line"));
        known(ReferenceKind.AGENT, ada);
        ReferenceItem type = item(21, "Alert");
        type.setSlaId(2L);
        type.setMandatoryFields(List.of("Urgency"));
        known(ReferenceKind.TICKET_TYPE, type);

        var saved = http.put(
                "/api/v1/policies/" + policy,
                rule("'ticketTypeId':21,'team':'Cloud','agentId':3,'slaId':2,'priorityBySeverity':{'HIGH':3,'LOW':1}"),
                "If-Match",
                "*");
        http.put("/api/v1/policies/" + policy, rule("'ticketTypeId':77,'urgency':2"), "If-Match", "*");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json()
                        .get("findings")
                        .valueStream()
                        .map(finding -> finding.get("detail").asString()))
                .satisfiesExactlyInAnyOrder(
                        detail -> assertThat(detail).startsWith("SLA 2 Premium has no priority 3"),
                        detail -> assertThat(detail).startsWith("agent 3 Ada is not in the team \"Cloud\""),
                        detail -> assertThat(detail).startsWith("ticket type 21 Alert wants a value for Urgency"));
        assertThat(findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.get("detail").asString()).isEqualTo("Halo has no ticket type 77"));
    }

    @Test
    void refuseASaveOnlyWhereThatIsAskedForAndOnlyWhenTheyAreCertain() {
        known(ReferenceKind.STATUS, item(1, "New"));
        known(ReferenceKind.TEAM, item(1, "First Line"));

        var strict = "/api/v1/policies/" + policy + "?strict=true";

        assertThat(http.put(strict, rule("'statusId':44"), "If-Match", "*")).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/rules/0/then/statusId");
            assertThat(refused.json().at("/errors/0/detail").asString()).contains("44", "1 New");
        });
        assertThat(http.get("/api/v1/policies/" + policy).json().get("version").asLong())
                .isEqualTo(1);
        assertThat(http.put(strict, rule("'team':'Nobody'"), "If-Match", "*")).satisfies(warned -> {
            assertThat(warned.status()).isEqualTo(200);
            assertThat(warned.json().at("/findings/0/certain").asBoolean()).isFalse();
        });
        var taken = http.put("/api/v1/policies/" + policy, rule("'statusId':44"), "If-Match", "*");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().at("/findings/0/certain").asBoolean()).isTrue();
        assertThat(http.get("/api/v1/policies/" + policy).json().has("findings"))
                .isFalse();
    }

    @Test
    void areToldOfADraftToo() {
        known(ReferenceKind.STATUS, item(1, "New"));
        var at = "/api/v1/policies/" + policy;

        var kept = http.put(at + "/draft", rule("'statusId':44"));
        var published = http.post(at + ":publish", "{'author':'ada','reason':'wanted so'}");

        assertThat(kept.json().at("/findings/0/pointer").asString()).isEqualTo("/rules/0/then/statusId");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().at("/findings/0/certain").asBoolean()).isTrue();
        var healed = http.put(at + "/draft", rule("'statusId':1"));
        assertThat(healed.status()).isEqualTo(200);
        assertThat(healed.json().has("findings")).isFalse();
    }

    @Test
    void sayNothingOfWhatWasNeverRead() {
        var saved = http.put("/api/v1/policies/" + policy + "?strict=true", rule("'statusId':44"), "If-Match", "*");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().has("findings")).isFalse();
        assertThat(findings()).isEmpty();
    }

    @Test
    void followAPolicyToEveryConnectionThatItComesThrough() {
        var own = "find-own-" + run;
        http.put("/api/v1/policies/" + own, "{'tenantId':'" + tenant + "'}");
        http.put(
                "/api/v1/organizations/find-parent-" + run,
                "{'tenantId':'" + tenant + "','connectionId':'" + halo + "'}");
        http.put(
                "/api/v1/organizations/find-child-" + run,
                "{'tenantId':'" + tenant + "','parentId':'find-parent-" + run + "','policyId':'" + own + "'}");
        known(ReferenceKind.STATUS, item(1, "New"));

        var refused = http.put("/api/v1/policies/" + own + "?strict=true", rule("'statusId':44"), "If-Match", "*");
        http.put("/api/v1/policies/" + own, rule("'statusId':44"), "If-Match", "*");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.get("id").asString()).isEqualTo(own));
    }

    @Test
    void neverCrossFromOneTenantToAnother() {
        var otherTenant = "other-" + run;
        var otherHalo = "find-other-" + run;
        http.put("/api/v1/connections/" + otherHalo, CONNECTION.formatted(otherTenant, ",'closedStatusIds':[9]"));
        new PublishedReference(otherTenant, otherHalo).read(ReferenceKind.STATUS, item(9, "Secret state"));
        known(ReferenceKind.STATUS, item(1, "New"));
        await().atMost(Duration.ofSeconds(30)).until(() -> count(otherHalo, "statuses") == 1);

        http.put("/api/v1/policies/" + policy, rule("'statusId':9"), "If-Match", "*");

        assertThat(findings()).hasSize(1);
        var ours = http.get("/api/v1/findings?tenantId=" + tenant);
        assertThat(ours.json().get("total").asInt()).isEqualTo(1);
        assertThat(ours.raw().body()).doesNotContain("Secret state", otherHalo);
        var theirs = http.get("/api/v1/findings?tenantId=" + otherTenant);
        assertThat(theirs.json().get("total").asInt()).isZero();
        assertThat(http.get("/api/v1/findings?tenantId=" + tenant + "&connection=" + otherHalo)
                        .status())
                .isEqualTo(404);
        var spying = http.put(
                "/api/v1/organizations/find-spy-" + run + "?strict=true",
                "{'tenantId':'" + tenant + "','connectionId':'" + otherHalo + "','overrides':{'statusId':44}}");
        assertThat(spying.json().at("/errors/0/pointer").asString()).isEqualTo("/connectionId");
        assertThat(spying.raw().body()).doesNotContain("Secret state");
    }

    private List<JsonNode> findings() {
        return http.get("/api/v1/findings?connection=" + halo)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private void known(ReferenceKind kind, ReferenceItem... items) {
        reference.read(kind, items);
        await().atMost(Duration.ofSeconds(30)).until(() -> count(halo, kind.name()) == items.length);
    }

    private int count(String connectionId, String kind) {
        return http.get("/api/v1/connections/" + connectionId + "/reference/" + kind)
                .json()
                .get("total")
                .asInt();
    }

    private String rule(String then) {
        return "{'tenantId':'" + tenant + "','rules':[{'id':'r','name':'R','then':{" + then + "}}]}";
    }

    private static ReferenceItem priority(long id, long sla) {
        ReferenceItem priority = item(id, "P" + id);
        priority.setSlaId(sla);
        return priority;
    }
}
