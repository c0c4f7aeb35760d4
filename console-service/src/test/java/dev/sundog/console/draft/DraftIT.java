package dev.sundog.console.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.configuration.Policy;
import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.DraftAnswer;
import dev.sundog.delivery.DraftDifference;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.FieldDifference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts, publishing, history and rolling back over HTTP, on a real database and broker. */
class DraftIT extends ConsoleIT {

    private static final String WHO = "{'author':'ada','reason':'%s'}";

    private static final Instant NOW = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);

    private final String id = "p-" + UUID.randomUUID();
    private final String at = "/api/v1/policies/" + id;

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void open() {
        http = new Http(port);
    }

    @Test
    void publishesADraftWithAuthorAndReasonAndKeepsEveryVersion() {
        http.put(at, policy("one"), "Sundog-Author", "eve", "Sundog-Reason", "first");
        var kept = http.put(at + "/draft", policy("two"));

        var published = http.post(at + ":publish", WHO.formatted("better"));

        assertThat(kept.status()).isEqualTo(200);
        assertThat(published.status()).as(published.raw().body()).isEqualTo(200);
        assertThat(published.json().at("/rules/0/id").asString()).isEqualTo("two");
        assertThat(http.get(at + "/draft").status()).isEqualTo(404);
        var history = http.get(at + "/history").json();
        assertThat(history.at("/items").findValuesAsString("author")).containsExactly("ada", "eve");
        assertThat(history.at("/items").findValuesAsString("reason")).containsExactly("better", "first");
        assertThat(history.at("/items/1/document/rules/0/id").asString()).isEqualTo("one");
    }

    @Test
    void leavesThePublishedPolicyAloneUntilItIsPublished() {
        http.put(at, policy("one"));

        http.put(at + "/draft", policy("two"));

        assertThat(http.get(at).json().at("/rules/0/id").asString()).isEqualTo("one");
        assertThat(http.get(at + "/draft").json().at("/document/rules/0/id").asString())
                .isEqualTo("two");
    }

    @Test
    void rollsBackAsANewVersion() {
        http.put(at, policy("one"));
        http.put(at, policy("two"), "If-Match", "*");

        var answer = http.post(at + ":rollback", "{'version':1,'author':'ada','reason':'two was wrong'}");

        assertThat(answer.json().at("/version").asLong()).isEqualTo(3);
        assertThat(answer.json().at("/rules/0/id").asString()).isEqualTo("one");
        assertThat(http.get(at + "/history").json().at("/items/0/reason").asString())
                .isEqualTo("two was wrong");
        assertThat(http.post(at + ":rollback", "{'version':9,'author':'ada','reason':'x'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesToUndoAChangeThatCameAfterTheDraftWasMade() {
        http.put(at, policy("one"));
        http.put(at + "/draft", policy("two"));
        http.put(at, policy("three"), "If-Match", "*");

        var answer = http.post(at + ":publish", WHO.formatted("late"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(http.get(at).json().at("/rules/0/id").asString()).isEqualTo("three");
    }

    @Test
    void letsADraftDecideBesideTheRulesUntilItIsPublished() {
        http.put(at, policy("one"));
        http.put(at + "/draft", policy("two"));

        var shadowed = http.post(at + ":shadow", WHO.formatted("to see"));

        assertThat(shadowed.json().at("/shadow/rules/0/id").asString()).isEqualTo("two");
        assertThat(shadowed.json().at("/rules/0/id").asString()).isEqualTo("one");
        http.put(at, policy("four"), "If-Match", "*");
        assertThat(http.get(at).json().at("/shadow/rules/0/id").asString()).isEqualTo("two");
        http.put(at + "/draft", policy("five"));
        http.post(at + ":publish", WHO.formatted("done"));
        assertThat(http.get(at).json().has("shadow")).isFalse();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var records = TestTopics.all(Topics.POLICIES, id);
            assertThat(records).hasSize(4);
            assertThat(((Policy) records.get(1).value()).getShadow().getRules())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.getId()).isEqualTo("two"));
            assertThat(((Policy) records.get(3).value()).getShadow()).isNull();
        });
    }

    @Test
    void takesIntoTheShadowEverythingThatDecides() {
        http.put(at, policy("one"));
        http.put(at + "/draft", """
                {'tenantId':'drafts','rules':[{'id':'two','name':'n','when':'event.source in lookups.owners'}],
                 'defaults':{'urgency':2},'lookups':{'owners':{'db':'DBA'}},
                 'businessHours':{'timeZone':'Europe/Berlin','opening':[{'day':'MONDAY','opens':'08:00','closes':'17:00'}]}}""");

        var shadow = http.post(at + ":shadow", WHO.formatted("to see")).json().get("shadow");

        assertThat(shadow.at("/rules/0/id").asString()).isEqualTo("two");
        assertThat(shadow.at("/defaults/urgency").asLong()).isEqualTo(2);
        assertThat(shadow.at("/lookups/owners/db").asString()).isEqualTo("DBA");
        assertThat(shadow.at("/businessHours/timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(shadow.at("/version").asLong())
                .isEqualTo(http.get(at + "/draft").json().at("/draftVersion").asLong());
    }

    @Test
    void endsTheShadowWhenItRollsBack() {
        http.put(at, policy("one"));
        http.put(at + "/draft", policy("two"));
        http.post(at + ":shadow", WHO.formatted("to see"));

        http.post(at + ":rollback", "{'version':2,'author':'ada','reason':'back'}");

        assertThat(http.get(at).json().at("/rules/0/id").asString()).isEqualTo("one");
        assertThat(http.get(at).json().has("shadow")).isFalse();
    }

    @Test
    void endsAShadowWithoutTouchingTheRules() {
        http.put(at, policy("one"));
        http.put(at + "/draft", policy("two"));
        http.post(at + ":shadow", WHO.formatted("to see"));

        var ended = http.delete(at + "/shadow?author=ada");

        assertThat(ended.json().has("shadow")).isFalse();
        assertThat(http.post(at + ":publish", WHO.formatted("still fits")).status())
                .isEqualTo(200);
    }

    @Test
    void wantsToKnowWhoAndWhy() {
        http.put(at, policy("one"));
        http.put(at + "/draft", policy("two"));

        var answer = http.post(at + ":publish", "{'author':'ada'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
    }

    @Test
    void refusesADraftThatCouldNotBePublished() {
        var answer = http.put(at + "/draft", "{'tenantId':'drafts','rules':[{'id':'X X','name':'n'}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/rules/0/id");
    }

    @Test
    void showsWhatADraftInShadowWouldDecideOtherwise() {
        http.put(at, policy("one"));
        TestTopics.publish(Topics.ROUTING_DIFFERENCES, "e\0 1", difference("drafts", "e\0 1"), NOW);
        TestTopics.publish(Topics.ROUTING_DIFFERENCES, "e\0 1", difference("drafts", "e\0 1"), NOW);
        TestTopics.publish(Topics.ROUTING_DIFFERENCES, "e2", difference("others", "e2"), NOW);
        TestTopics.raw(Topics.ROUTING_DIFFERENCES, "e3", new byte[] {1, 2, 3}, NOW);
        TestTopics.publish(Topics.ROUTING_DIFFERENCES, "e4", difference("drafts", "e4"), NOW);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var shown = http.get(at + "/differences").json();
            assertThat(shown.at("/total").asLong()).isEqualTo(2);
            assertThat(shown.at("/items").findValuesAsString("eventId"))
                    .contains("e4")
                    .doesNotContain("e2");
            assertThat(shown.at("/items/0/live/outcome").asString()).isEqualTo("ROUTED");
            assertThat(shown.at("/items/0/changes/0/field").asString()).isEqualTo("team");
        });
        assertThat(http.get(at + "/differences?draftVersion=99")
                        .json()
                        .at("/total")
                        .asLong())
                .isZero();
    }

    private DraftDifference difference(String tenantId, String eventId) {
        var routed = DraftAnswer.newBuilder().setOutcome(DecisionOutcome.ROUTED).build();
        return DraftDifference.newBuilder()
                .setEventId(eventId)
                .setEventKind(EventKind.ALERT)
                .setSource("watchtower")
                .setOrganizationId("contoso")
                .setTitle("Disk full")
                .setTenantId(tenantId)
                .setPolicyId(id)
                .setPolicyVersion(1)
                .setDraftVersion(7)
                .setAcceptedAt(NOW)
                .setDecidedAt(NOW)
                .setLive(routed)
                .setDraft(routed)
                .setFields(List.of(new FieldDifference("team", "First", "Second")))
                .build();
    }

    private static String policy(String ruleId) {
        return "{'tenantId':'drafts','rules':[{'id':'" + ruleId + "','name':'n','then':{'team':'t'}}]}";
    }
}
