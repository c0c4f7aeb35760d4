package dev.sundog.console.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.sundog.configuration.Silence;
import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.ParkingCommand;
import dev.sundog.delivery.ParkingCommandKind;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.event.FailureReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What waits is shown, and what people want done with it goes to routing. */
class ParkingIT extends ConsoleIT {

    private static final Instant AT = Instant.parse("2026-11-21T20:00:00Z");

    @LocalServerPort
    private int port;

    @Test
    void showsWhatWaitsByReasonAndOrganizationUntilItLeft() {
        decided("p1", "waits-here", FailureReason.SILENCED, 1);
        decided("p2", "waits-here", FailureReason.RULE_ERROR, 2);
        decided("p3", "waits-here", FailureReason.SILENCED, 3);
        released("p3", "waits-here", 4);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var all = get("/api/v1/parked?organizationId=waits-here");
            assertThat(all.get("total").asInt()).isEqualTo(2);
            assertThat(ids(all)).containsExactly("p1", "p2");
        });
        var silenced = get("/api/v1/parked?organizationId=waits-here&reason=SILENCED");
        assertThat(ids(silenced)).containsExactly("p1");
        var one = silenced.get("items").get(0);
        assertThat(one.get("silenceId").asString()).isEqualTo("patch-day");
        assertThat(one.get("tenantId").asString()).isEqualTo("acme");
        assertThat(one.get("detail").asString()).isEqualTo("because");
        assertThat(ids(get("/api/v1/parked?organizationId=waits-here&size=1&page=1")))
                .containsExactly("p2");
        assertThat(new Http(port).get("/api/v1/parked?colour=red").status()).isEqualTo(400);
    }

    @Test
    void countsWhatWaitsForWhichMapping() {
        decided("u1", "missing-a", FailureReason.UNMAPPED_ORGANIZATION, 1);
        decided("u2", "missing-a", FailureReason.UNMAPPED_ORGANIZATION, 5);
        decided("u3", "missing-b", FailureReason.UNMAPPED_ORGANIZATION, 2);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var missing = get("/api/v1/unmapped?organizationId=missing-a");
            assertThat(missing.get("total").asInt()).isEqualTo(1);
            var first = missing.get("items").get(0);
            assertThat(first.get("events").asInt()).isEqualTo(2);
            assertThat(first.get("oldestAcceptedAt").asString())
                    .isEqualTo(AT.plusSeconds(1).toString());
            assertThat(first.get("newestAcceptedAt").asString())
                    .isEqualTo(AT.plusSeconds(5).toString());
            assertThat(first.get("sources").get(0).asString()).isEqualTo("watchtower");
        });
    }

    @Test
    void publishesACommandInTheOrganizationsPartition() {
        decided("c1", "commanded-here", FailureReason.SILENCED, 1);
        awaitParked("commanded-here", 1);

        var answer = new Http(port)
                .post("/api/v1/parked/commanded-here/c1:release", "{'commandId':'k1','requestedBy':'ann'}");

        assertThat(answer.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.PARKING_COMMANDS, "commanded-here"))
                        .singleElement()
                        .satisfies(message -> {
                            assertThat(message.partition())
                                    .isEqualTo(BuiltInPartitioner.partitionForKey(
                                            "commanded-here".getBytes(StandardCharsets.UTF_8),
                                            TestTopics.partitions(Topics.PARKING_COMMANDS)));
                            var command = (ParkingCommand) message.value();
                            assertThat(command.getCommandId()).isEqualTo("k1");
                            assertThat(command.getTenantId()).isEqualTo("acme");
                            assertThat(command.getEventId()).isEqualTo("c1");
                            assertThat(command.getSource()).isEqualTo("watchtower");
                            assertThat(command.getKind()).isEqualTo(ParkingCommandKind.RELEASE);
                            assertThat(command.getRequestedBy()).isEqualTo("ann");
                        }));
    }

    @Test
    void asksWhichEventIsMeantWhereSeveralHaveTheName() {
        parked("same", "of-several", "acme", "watchtower", 1);
        parked("same", "of-several", "globex", "lighthouse", 2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/parked?organizationId=of-several")
                                .get("total")
                                .asInt()
                        == 2);
        var http = new Http(port);
        var release = "/api/v1/parked/of-several/same:release";

        assertThat(http.post(release, "{}").status()).isEqualTo(409);
        assertThat(http.post(release, "{'source':'lighthouse','tenantId':'acme'}")
                        .status())
                .isEqualTo(404);
        assertThat(http.post(release, "{'tenantId':'globex','commandId':'of-globex'}")
                        .status())
                .isEqualTo(202);
        assertThat(http.post(release, "{'source':'watchtower','commandId':'of-acme'}")
                        .status())
                .isEqualTo(202);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.PARKING_COMMANDS, "of-several"))
                        .extracting(message -> (ParkingCommand) message.value())
                        .extracting(
                                ParkingCommand::getCommandId, ParkingCommand::getTenantId, ParkingCommand::getSource)
                        .containsExactly(
                                tuple("of-globex", "globex", "lighthouse"), tuple("of-acme", "acme", "watchtower")));
    }

    @Test
    void saysAtOnceWhatCannotBeReleased() {
        decided("n1", "not-mapped", FailureReason.UNMAPPED_ORGANIZATION, 1);
        awaitParked("not-mapped", 1);
        var http = new Http(port);

        assertThat(http.post("/api/v1/parked/not-mapped/n1:release", "{}").status())
                .isEqualTo(409);
        assertThat(http.post("/api/v1/parked/not-mapped/n1:discard", "{'reason':'test'}")
                        .status())
                .isEqualTo(202);
        assertThat(http.post("/api/v1/parked/not-mapped/n2:release", "{}").status())
                .isEqualTo(404);
        assertThat(http.post("/api/v1/parked/not-mapped/n1:forget", "{}").status())
                .isEqualTo(404);
        assertThat(http.post("/api/v1/parked/not-mapped/n1:discard", "{'why':'x'}")
                        .raw()
                        .body())
                .contains("/why", "requestedBy");
    }

    @Test
    void takesOneCommandForAllThatWaitsForAnOrganization() {
        decided("a1", "all-here", FailureReason.SILENCED, 1);
        decided("a2", "all-here", FailureReason.RULE_ERROR, 2);
        decided("a3", "all-here", FailureReason.UNMAPPED_ORGANIZATION, 3);
        awaitParked("all-here", 3);
        var http = new Http(port);

        var answer = http.post(
                "/api/v1/parked/all-here:release", "{'commandId':'k2','requestedBy':'ann','reason':'patched'}");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        // What lacks a mapping stays; routing says so by its decision.
        assertThat(answer.json().at("/events").asLong()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.PARKING_COMMANDS, "all-here"))
                        .singleElement()
                        .satisfies(message -> {
                            var command = (ParkingCommand) message.value();
                            assertThat(command.getCommandId()).isEqualTo("k2");
                            assertThat(command.getTenantId()).isEqualTo("acme");
                            assertThat(command.getEventId()).isNull();
                            assertThat(command.getSource()).isNull();
                            assertThat(command.getKind()).isEqualTo(ParkingCommandKind.RELEASE);
                            assertThat(command.getRequestedBy()).isEqualTo("ann");
                            assertThat(command.getReason()).isEqualTo("patched");
                        }));
    }

    @Test
    void saysAtOnceWhatCannotBeDoneWithAllOfAnOrganization() {
        decided("b1", "all-unmapped", FailureReason.UNMAPPED_ORGANIZATION, 1);
        decided("b2", "all-twice", FailureReason.SILENCED, 1);
        decided("b3", "all-twice", FailureReason.SILENCED, 2, "other-msp");
        awaitParked("all-unmapped", 1);
        awaitParked("all-twice", 2);
        var http = new Http(port);

        var unmapped = http.post("/api/v1/parked/all-unmapped:release", "{}");
        var ambiguous = http.post("/api/v1/parked/all-twice:discard", "{}");

        assertThat(unmapped.status()).isEqualTo(409);
        assertThat(unmapped.json().at("/detail").asString()).contains("goes out by itself");
        assertThat(http.post("/api/v1/parked/all-unmapped:discard", "{}").status())
                .isEqualTo(202);
        assertThat(ambiguous.status()).isEqualTo(409);
        assertThat(ambiguous.json().at("/detail").asString()).contains("say tenantId too");
        var one = http.post("/api/v1/parked/all-twice:discard", "{'tenantId':'other-msp'}");
        assertThat(one.json().at("/events").asLong()).isEqualTo(1);
        assertThat(http.post("/api/v1/parked/nobody:release", "{}").status()).isEqualTo(404);
        assertThat(http.post("/api/v1/parked/all-twice:forget", "{}").status()).isEqualTo(404);
        assertThat(http.post("/api/v1/parked/all-twice:release", "{'source':'x'}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/source");
    }

    @Test
    void keepsSilencesAndPublishesThem() {
        var http = new Http(port);
        var silence = "{'tenantId':'acme','owner':'ada','reason':'patches','startsAt':'2026-11-21T20:00:00Z',"
                + "'endsAt':'2027-01-01T00:00:00Z','recurrence':{'rrule':'FREQ=WEEKLY;BYDAY=SU',"
                + "'timeZone':'Europe/Berlin','durationSeconds':14400}}";

        var made = http.put("/api/v1/silences/patch-sunday", silence);
        var wrong = http.put("/api/v1/silences/wrong", silence.replace("BYDAY=SU", "BYDAY=SUN"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.raw().body()).contains("/recurrence/rrule", "at 12");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.SILENCES, "patch-sunday"))
                        .singleElement()
                        .satisfies(message -> {
                            var published = (Silence) message.value();
                            assertThat(published.getRecurrence().getRrule()).isEqualTo("FREQ=WEEKLY;BYDAY=SU");
                            assertThat(published.getEndsAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
                        }));
        assertThat(http.delete("/api/v1/silences/patch-sunday").status()).isEqualTo(204);
    }

    private void awaitParked(String organizationId, int events) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/api/v1/parked?organizationId=" + organizationId)
                                .get("total")
                                .asInt())
                        .isEqualTo(events));
    }

    private JsonNode get(String path) {
        return new Http(port).get(path).json();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("eventId").asString())
                .toList();
    }

    private static void decided(String eventId, String organizationId, FailureReason reason, int second) {
        decided(eventId, organizationId, reason, second, "acme");
    }

    private static void decided(
            String eventId, String organizationId, FailureReason reason, int second, String tenantId) {
        var decision = decision(eventId, organizationId, second)
                .setTenantId(tenantId)
                .setOutcome(DecisionOutcome.PARKED)
                .setReason(reason)
                .setDetail("because");
        if (reason == FailureReason.SILENCED) {
            decision.setSilenceId("patch-day").setSilenceVersion(3L);
        }
        TestTopics.publish(Topics.ROUTING_DECISIONS, eventId, decision.build(), AT.plusSeconds(second));
    }

    private static void parked(String eventId, String organizationId, String tenantId, String source, int second) {
        var decision = decision(eventId, organizationId, second)
                .setTenantId(tenantId)
                .setSource(source)
                .setOutcome(DecisionOutcome.PARKED)
                .setReason(FailureReason.RULE_ERROR)
                .setDetail("because");
        TestTopics.publish(Topics.ROUTING_DECISIONS, eventId, decision.build(), AT.plusSeconds(second));
    }

    private static void released(String eventId, String organizationId, int second) {
        var decision = decision(eventId, organizationId, second)
                .setOutcome(DecisionOutcome.SUPPRESSED)
                .setDetail("discarded by ann")
                .setReleased(true)
                .setDecidedBy("ann")
                .build();
        TestTopics.publish(Topics.ROUTING_DECISIONS, eventId, decision, AT.plusSeconds(second));
    }

    private static RoutingDecision.Builder decision(String eventId, String organizationId, int second) {
        return RoutingDecision.newBuilder()
                .setEventId(eventId)
                .setEventKind(EventKind.ALERT)
                .setSource("watchtower")
                .setOrganizationId(organizationId)
                .setTenantId("acme")
                .setTitle("Disk full")
                .setDedupKey("disk-" + eventId)
                .setOccurredAt(AT.plusSeconds(second))
                .setAcceptedAt(AT.plusSeconds(second))
                .setDecidedAt(AT.plusSeconds(second));
    }
}
