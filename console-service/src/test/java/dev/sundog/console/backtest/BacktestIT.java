package dev.sundog.console.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Severity;
import dev.sundog.testkit.KafkaExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Back-tests over HTTP, on a real database and real topics. */
class BacktestIT extends ConsoleIT {

    private static final String CONNECTION = """
            {'tenantId':'%s','resourceServer':'https://acme.halopsa.com/api/','clientId':'app','policyId':'%s',
             'authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'}""";

    // Within the retention that a back-test may look back, whenever this runs.
    private final Instant start = InstantSource.system().instant().minusSeconds(3600);
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String policy = "back-" + run;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Http http;

    @BeforeEach
    void configure() {
        http = new Http(port);
        http.put("/api/v1/policies/" + policy, """
                {'tenantId':'back','rules':[{'id':'all','name':'All','then':{'team':'First'}}]}""");
        http.put("/api/v1/connections/halo-" + run, CONNECTION.formatted("back", policy));
        organization("org-" + run, "back", "halo-" + run);
        http.put("/api/v1/policies/foreign-" + run, "{'tenantId':'foreign'}");
        http.put("/api/v1/connections/foreign-halo-" + run, CONNECTION.formatted("foreign", "foreign-" + run));
        organization("foreign-" + run, "foreign", "foreign-halo-" + run);
    }

    @Test
    void saysWhatADraftWouldChangeAndTouchesNothing() throws Exception {
        alert("a", "org-" + run, "disk-1", Severity.HIGH, 1);
        alert("b", "org-" + run, "disk-1", Severity.HIGH, 2);
        alert("c", "org-" + run, "noise", Severity.INFO, 3);
        alert("d", "foreign-" + run, "disk-1", Severity.INFO, 4);
        // Ends a matter that had no ticket, and makes none.
        publish("e", "org-" + run, "disk-9", 5, alert -> alert.setStatus(AlertStatus.RESOLVED));
        var groups = groups();

        var done = ended(start("""
                {'days':1,'draft':{'rules':[
                  {'id':'quiet','name':'Quiet','when':'event.severity == \\"INFO\\"','action':'SUPPRESS','reason':'noise'},
                  {'id':'never','name':'Never','when':'event.source == \\"nobody\\"'},
                  {'id':'all','name':'All','then':{'team':'First'}}]}}"""));

        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/result/events").asLong()).isEqualTo(4);
        assertThat(done.at("/result/changed").asLong()).isEqualTo(1);
        assertThat(done.at("/result/changes/ROUTED to SUPPRESSED").asLong()).isEqualTo(1);
        assertThat(done.at("/result/examples/0/eventId").asString()).isEqualTo(run + "-c");
        assertThat(done.at("/result/live/tickets").asLong()).isEqualTo(2);
        assertThat(done.at("/result/draft/tickets").asLong()).isEqualTo(1);
        assertThat(done.at("/result/draft/byOrganization/0/organizationId").asString())
                .isEqualTo("org-" + run);
        assertThat(done.at("/result/draft/byOrganization/0/customerId").asLong())
                .isEqualTo(12);
        assertThat(done.at("/result/neverMatched").size()).isEqualTo(1);
        assertThat(done.at("/result/neverMatched/0").asString()).isEqualTo("never");
        assertThat(done.toString()).doesNotContain("foreign");
        assertThat(groups()).isEqualTo(groups);
        assertThat(http.get("/api/v1/policies/" + policy).json().at("/version").asLong())
                .isEqualTo(1);
    }

    @Test
    void takesTheKeptDraftAndTheLatestEvents() {
        for (int i = 0; i < 30; i++) {
            alert("n" + i, "org-" + run, "disk-" + i, Severity.HIGH, 10 + i);
        }
        http.put("/api/v1/policies/" + policy + "/draft", """
                {'rules':[{'id':'all','name':'All','then':{'team':'Second'}}]}""");

        var done = ended(start("{'events':10}"));

        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/progress/total").asLong()).isBetween(1L, 10L);
        assertThat(done.at("/result/changedFields/team").asLong())
                .isEqualTo(done.at("/result/events").asLong());
    }

    @Test
    void endsWhenAPersonCancelsIt() {
        alert("x", "org-" + run, "disk", Severity.HIGH, 1);
        var job = start("{'days':1}");

        var answer = http.delete("/api/v1/backtests/" + job);

        assertThat(answer.status()).isIn(200, 202);
        assertThat(ended(job).at("/state").asString()).isIn("CANCELLED", "DONE");
        assertThat(http.delete("/api/v1/backtests/none").status()).isEqualTo(404);
    }

    @Test
    void failsOfItselfWhenItsConsoleFallsSilent() {
        jdbc.sql("insert into backtests (id, policy_id, tenant_id, state, requested_at, told_at)"
                        + " values (?, ?, 'back', 'RUNNING', now(), now() - cast(? as interval))")
                .params("silent-" + run, policy, "3 minutes")
                .update();
        jdbc.sql("insert into backtests (id, policy_id, tenant_id, state, requested_at, told_at)"
                        + " values (?, ?, 'back', 'RUNNING', now(), now() - cast(? as interval))")
                .params("alive-" + run, policy, "1 minute")
                .update();

        var silent = http.get("/api/v1/backtests/silent-" + run).json();

        assertThat(silent.at("/state").asString()).isEqualTo("FAILED");
        assertThat(silent.at("/failure").asString()).contains("start it again");
        assertThat(http.get("/api/v1/backtests/alive-" + run)
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("RUNNING");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        var at = "/api/v1/policies/" + policy + ":backtest";

        assertThat(http.post(at, "{'days':31}").status()).isEqualTo(400);
        assertThat(http.post(at, "{'weeks':1}").status()).isEqualTo(400);
        assertThat(http.post(at, "{'draft':true}").json().at("/errors/0/detail").asString())
                .contains("has no draft");
        assertThat(http.post("/api/v1/policies/none:backtest", "{}").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/backtests/none").status()).isEqualTo(404);
    }

    private String start(String request) {
        var answer = http.post("/api/v1/policies/" + policy + ":backtest", request);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        assertThat(answer.json().at("/statusUrl").asString()).isEqualTo(answer.header("Location"));
        return answer.json().at("/id").asString();
    }

    private JsonNode ended(String job) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> http.get("/api/v1/backtests/" + job).json(),
                        it -> !it.at("/endedAt").isNull());
    }

    private void organization(String id, String tenant, String connection) {
        http.put(
                "/api/v1/organizations/" + id,
                "{'tenantId':'" + tenant + "','connectionId':'" + connection + "','customerId':12}");
    }

    private void alert(String eventId, String organizationId, String dedupKey, Severity severity, int second) {
        publish(eventId, organizationId, dedupKey, second, builder -> builder.setSeverity(severity));
    }

    private void publish(
            String eventId, String organizationId, String dedupKey, int second, UnaryOperator<Alert.Builder> more) {
        var at = start.plusSeconds(second);
        var alert = Alert.newBuilder()
                .setEventId(run + "-" + eventId)
                .setSource("watchtower")
                .setOrganizationId(organizationId)
                .setDedupKey(dedupKey)
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle("Disk full")
                .setOccurredAt(at);
        TestTopics.publish(Topics.ALERTS, organizationId, more.apply(alert).build(), at);
    }

    private static java.util.Set<String> groups() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaExtension.kafka().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var ids = new java.util.TreeSet<String>();
            admin.listGroups().all().get().forEach(group -> ids.add(group.groupId()));
            return ids;
        }
    }
}
