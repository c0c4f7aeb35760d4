package dev.sundog.console.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Trying policies over HTTP, on a real database and real topics. */
class TrialIT extends ConsoleIT {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final String ALERT = """
            {'organizationId':'%s','dedupKey':'disk','status':'FIRING','severity':'HIGH','title':'Disk <full>',
             'labels':{'env':'prod'}}""";

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void configure() {
        http = new Http(port);
        if (http.get("/api/v1/policies/try-policy").status() == 404) {
            http.put("/api/v1/policies/try-policy", """
                    {'tenantId':'try','rules':[
                      {'id':'info','name':'Info','when':'event.severity == \\"INFO\\"','action':'SUPPRESS','reason':'noise'},
                      {'id':'prod','name':'Production','when':'event.labels.env == \\"prod\\"','action':'ROUTE',
                       'then':{'team':'First Line'}}]}""");
            http.put("/api/v1/policies/try-other", "{'tenantId':'other'}");
            connect("try-halo", "try", "try-policy");
            connect("other-halo", "other", "try-other");
            http.put(
                    "/api/v1/organizations/try-contoso",
                    "{'tenantId':'try','connectionId':'try-halo','customerId':12,'siteId':18}");
            http.put(
                    "/api/v1/organizations/other-org",
                    "{'tenantId':'other','connectionId':'other-halo','customerId':99}");
        }
    }

    @Test
    void tellsDecisionRuleTraceAndTheRenderedTicket() {
        var result = dryRun("{'events':[" + ALERT.formatted("try-contoso") + "]}");

        assertThat(result.at("/decision/outcome").asString()).isEqualTo("ROUTED");
        assertThat(result.at("/rule/id").asString()).isEqualTo("prod");
        assertThat(result.at("/trace/0/answer").asString()).isEqualTo("NO");
        assertThat(result.at("/trace/0/values/event.severity").asString()).isEqualTo("HIGH");
        assertThat(result.at("/trace/1/answer").asString()).isEqualTo("YES");
        assertThat(result.at("/ticket/customerId").asLong()).isEqualTo(12);
        assertThat(result.at("/ticket/fields/team").asString()).isEqualTo("First Line");
        assertThat(result.at("/ticket/summary").asString()).isEqualTo("Disk <full>");
        assertThat(result.at("/ticket/detailsHtml").asString())
                .contains("&lt;full&gt;")
                .doesNotContain("<full>");
    }

    @Test
    void comparesADocumentWithThePublishedPolicyAndChangesNothing() {
        var before = http.get("/api/v1/policies/try-policy").raw().body();

        var result = dryRun("{'policy':{'rules':[{'id':'all','name':'All','then':{'team':'Second Line'}}]},'events':["
                + ALERT.formatted("try-contoso") + "]}");

        assertThat(result.at("/ticket/fields/team").asString()).isEqualTo("Second Line");
        assertThat(result.at("/live/rule/id").asString()).isEqualTo("prod");
        assertThat(result.at("/differs").asBoolean()).isTrue();
        assertThat(result.at("/changes/0/field").asString()).isEqualTo("team");
        assertThat(result.at("/changes/0/live").asString()).isEqualTo("First Line");
        assertThat(http.get("/api/v1/policies/try-policy").raw().body()).isEqualTo(before);
    }

    @Test
    void triesAnotherOrganizationInPlaceOfTheEvents() {
        var result = dryRun("{'organizationId':'try-contoso','events':[" + ALERT.formatted("example-org") + "]}");

        assertThat(result.at("/organizationId").asString()).isEqualTo("try-contoso");
        assertThat(result.at("/decision/outcome").asString()).isEqualTo("ROUTED");
    }

    @Test
    void asksOnlyAboutOrganizationsThatThePolicyDecidesWhereThatIsWanted() {
        http.put("/api/v1/policies/try-own", "{'tenantId':'try'}");
        http.put(
                "/api/v1/organizations/try-own",
                "{'tenantId':'try','connectionId':'try-halo','customerId':13,'policyId':'try-own'}");
        var request =
                "{'asInForce':%s,'policy':{'rules':[{'id':'all','name':'All','then':{'team':'Other'}}]},'events':["
                        + ALERT.formatted("try-own") + "," + ALERT.formatted("try-contoso") + "]}";
        var at = "/api/v1/policies/try-policy:dryRun";

        var inForce = http.post(at, request.formatted("true")).json().at("/results");
        var anywhere = http.post(at, request.formatted("false")).json().at("/results");

        assertThat(inForce.at("/0/notAsked").asString()).isEqualTo("another policy decides it, or none");
        assertThat(inForce.at("/0/decision/policyId").asString()).isEqualTo("try-own");
        assertThat(inForce.get(0).has("differs")).isFalse();
        assertThat(inForce.at("/1/differs").asBoolean()).isTrue();
        assertThat(anywhere.at("/0/differs").asBoolean()).isTrue();
        assertThat(http.post(at, request.formatted("1")).status()).isEqualTo(400);
    }

    @Test
    void knowsNothingOfOrganizationsOfOtherTenants() {
        var result = dryRun("{'events':[" + ALERT.formatted("other-org") + "]}");

        assertThat(result.at("/decision/outcome").asString()).isEqualTo("PARKED");
        assertThat(result.at("/decision/reason").asString()).isEqualTo("UNMAPPED_ORGANIZATION");
        assertThat(result.toString()).doesNotContain("99");
    }

    @Test
    void saysEverythingThatIsWrongWithARequest() {
        var answer = http.post(
                "/api/v1/policies/try-policy:dryRun",
                "{'events':[{'organizationId':'try-contoso','status':'FIRING','severity':'BAD'}],'polcy':1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/polcy");
        var events = http.post(
                "/api/v1/policies/try-policy:dryRun",
                "{'events':[{'organizationId':'try-contoso','status':'FIRING','severity':'BAD'}]}");
        assertThat(events.json().at("/errors").findValuesAsString("pointer"))
                .contains("/events/0/severity", "/events/0/dedupKey", "/events/0/title");
        assertThat(http.post("/api/v1/policies/none:dryRun", "{'events':[]}").status())
                .isEqualTo(404);
    }

    @Test
    void readsChosenEventsFromTheirTopic() {
        publish("try-chosen", "try-contoso", START.plusSeconds(5));
        publish("try-foreign", "other-org", START.plusSeconds(6));
        awaitSeen("try-chosen");
        awaitSeen("try-foreign");

        var answer = http.post(
                "/api/v1/policies/try-policy:dryRun", "{'events':{'eventIds':['try-chosen','try-foreign','never']}}");

        assertThat(answer.json().at("/results/0/ticket/summary").asString()).isEqualTo("Disk full");
        assertThat(answer.json().at("/results/1/missing").asString()).contains("no event of this id");
        assertThat(answer.json().at("/results/2/missing").asString()).contains("no event of this id");
        var recent = http.post("/api/v1/policies/try-policy:dryRun", "{'events':{'recent':20}}");
        assertThat(recent.json().at("/results").findValuesAsString("eventId"))
                .contains("try-chosen")
                .doesNotContain("try-foreign");
    }

    @Test
    void showsTheExactTicketBeforeItIsSent() {
        var answer = http.post("/api/v1/tickets:preview", ALERT.formatted("try-contoso"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/ticket/customerId").asLong()).isEqualTo(12);
        assertThat(answer.json().at("/ticket/fields/siteId").asLong()).isEqualTo(18);
        assertThat(answer.json().at("/ticket/detailsHtml").asString()).isNotBlank();
        assertThat(answer.json().at("/ticket/detailsText").asString())
                .isNotBlank()
                .doesNotContain("<p");
        var wrapped = http.post(
                "/api/v1/tickets:preview",
                "{'organizationId':'try-contoso','event':" + ALERT.formatted("elsewhere") + "}");
        assertThat(wrapped.json().at("/decision/outcome").asString()).isEqualTo("ROUTED");
    }

    @Test
    void showsWhereAKeyWouldTearOneMatterApart() {
        var alert = "{'organizationId':'try-contoso','dedupKey':'disk','status':'FIRING','severity':'HIGH','title':'t',"
                + "'labels':{'run':'%s'}}";
        var request = "{'policy':{'rules':[{'id':'all','name':'All','then':{'groupBy':['%s']}}]},'events':["
                + alert.formatted("1") + "," + alert.formatted("2") + "]}";

        var torn = http.post("/api/v1/policies/try-policy:dryRun", request.formatted("labels.run"));
        var whole = http.post("/api/v1/policies/try-policy:dryRun", request.formatted("dedupKey"));
        var refused = http.post("/api/v1/policies/try-policy:dryRun", request.formatted("labels.timestamp"));

        assertThat(torn.json().at("/keyFindings")).hasSize(1);
        assertThat(torn.json().at("/keyFindings/0").asString())
                .contains("with the dedup key disk go to 2 tickets")
                .contains("leave out of the key what changes");
        assertThat(whole.json().at("/keyFindings").isEmpty()).isTrue();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/policy/rules/0/then/groupBy/0");
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("each report would make a ticket");
    }

    private JsonNode dryRun(String request) {
        var answer = http.post("/api/v1/policies/try-policy:dryRun", request);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json().at("/results/0");
    }

    private void connect(String id, String tenant, String policy) {
        http.put("/api/v1/connections/" + id, """
                {'tenantId':'%s','resourceServer':'https://acme.halopsa.com/api/','clientId':'app','policyId':'%s',
                 'authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'}""".formatted(tenant, policy));
    }

    private void awaitSeen(String eventId) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(http.get("/api/v1/events/" + eventId).status())
                                .isEqualTo(200));
    }

    private static void publish(String eventId, String organizationId, Instant at) {
        var alert = Alert.newBuilder()
                .setEventId(eventId)
                .setSource("watchtower")
                .setOrganizationId(organizationId)
                .setDedupKey("disk")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle("Disk full")
                .setOccurredAt(at)
                .setLabels(Map.of("env", "prod"))
                .build();
        TestTopics.publish(Topics.ALERTS, organizationId, alert, at);
    }
}
