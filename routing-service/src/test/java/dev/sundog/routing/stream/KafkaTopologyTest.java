package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.recommendation;
import static dev.sundog.routing.Records.rule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.configuration.RuleAction;
import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.DesiredState;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.FailureReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTopologyTest {

    @TempDir
    Path state;

    @Test
    void makesATicketRequestOfAnAlertWithoutAKey() {
        try (var routing = configured(1)) {
            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));

            assertThat(routing.requests()).singleElement().satisfies(request -> {
                assertThat(request.getTicketKey()).isEqualTo("acme-halo/contoso/watchtower/disk-e1");
                assertThat(request.getFields().getCustomerId()).isEqualTo(12);
                assertThat(request.getFields().getSiteId()).isEqualTo(18);
                assertThat(request.getFields().getPriorityId()).isEqualTo(2);
                assertThat(request.getFields().getTeam()).isEqualTo("1st Line Support");
                assertThat(request.getAcceptedAt()).isEqualTo(RoutingTopology.START);
                assertThat(request.getDesired()).isEqualTo(DesiredState.OPEN);
            });
            assertThat(routing.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.ROUTED);
                assertThat(decision.getPolicyVersion()).isEqualTo(1);
                assertThat(decision.getReleased()).isFalse();
            });
        }
    }

    @Test
    void bringsARecordHomeFromWhateverPartitionItCameIn() {
        var organization = elsewhere(7);
        try (var routing = configured(7)) {
            routing.send(Topics.ORGANIZATIONS, organization, organization(organization, 12L));

            routing.send(Topics.RECOMMENDATIONS, "another key", recommendation("r1", organization));

            assertThat(routing.detours()).containsExactly(organization);
            assertThat(routing.requests()).singleElement().satisfies(request -> {
                assertThat(request.getEventId()).isEqualTo("r1");
                assertThat(request.getSource()).isEqualTo("advisor");
                assertThat(request.getAcceptedAt()).isEqualTo(RoutingTopology.START);
            });
            assertThat(routing.decisions()).hasSize(1);
        }
    }

    @Test
    void keepsTheBytesOfAnUnreadableRecordAndSaysWhereTheyWere() {
        try (var routing = configured(1)) {
            var headers = new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8));
            var garbage = new byte[] {1, 2, 3};

            routing.input(Topics.ALERTS)
                    .pipeInput(new TestRecord<>("k".getBytes(UTF_8), garbage, headers, RoutingTopology.START));
            routing.sendBytes(Topics.RECOMMENDATIONS, "k", null);
            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));

            assertThat(routing.deadLetters(Topics.ALERTS)).singleElement().satisfies(dead -> {
                assertThat(dead.key()).isEqualTo("k".getBytes(UTF_8));
                assertThat(dead.value()).isEqualTo(garbage);
                assertThat(dead.headers().lastHeader("traceparent").value()).isEqualTo("00-1".getBytes(UTF_8));
                assertThat(header(dead, Headers.DEAD_TOPIC)).isEqualTo("alerts-v1");
                assertThat(header(dead, Headers.DEAD_PARTITION)).isEqualTo("0");
                assertThat(header(dead, Headers.DEAD_OFFSET)).isEqualTo("0");
                assertThat(header(dead, Headers.DEAD_REASON)).isNotBlank();
            });
            assertThat(routing.deadLetters(Topics.RECOMMENDATIONS))
                    .singleElement()
                    .satisfies(dead -> {
                        assertThat(dead.value()).isNull();
                        assertThat(header(dead, Headers.DEAD_REASON)).isEqualTo("the record has no value");
                    });
            assertThat(routing.requests()).extracting(TicketRequest::getEventId).containsExactly("e1");
        }
    }

    @Test
    void parksUnmappedEventsAndReleasesThemInTheirOrderWhenTheMappingComes() {
        try (var routing = configured(1)) {
            routing.send(Topics.ALERTS, null, alert("e1", "northwind"));
            routing.send(Topics.ALERTS, null, alert("e2", "northwind"));
            routing.turn();
            var before = routing.decisions();
            var waiting = routing.parked();

            routing.send(Topics.ORGANIZATIONS, "northwind", organization("northwind", 14L));
            routing.send(Topics.ALERTS, null, alert("e3", "northwind"));
            assertThat(routing.requests()).isEmpty();
            routing.turn();

            assertThat(before).extracting(RoutingDecision::getReason).containsOnly(FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(before).hasSize(2);
            assertThat(waiting).extracting(TestRecord::key).containsExactly("northwind/e1", "northwind/e2");
            assertThat(waiting).extracting(one -> one.value().getSequence()).containsExactly(0L, 1L);
            assertThat(routing.requests()).extracting(TicketRequest::getEventId).containsExactly("e1", "e2", "e3");
            assertThat(routing.decisions())
                    .extracting(RoutingDecision::getEventId, RoutingDecision::getOutcome, RoutingDecision::getReleased)
                    .containsExactly(
                            tuple("e3", DecisionOutcome.PARKED, false),
                            tuple("e1", DecisionOutcome.ROUTED, true),
                            tuple("e2", DecisionOutcome.ROUTED, true),
                            tuple("e3", DecisionOutcome.ROUTED, true));
            assertThat(routing.parked()).filteredOn(one -> one.value() == null).hasSize(3);
            assertThat(routing.meters
                            .get("sundog.routing.parked.events")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    @Test
    void knowsFromItsStoreWhoWaitsWhenItStartsAgain() {
        try (var routing = configured(1)) {
            routing.send(Topics.ALERTS, null, alert("e1", "northwind"));
            routing.send(Topics.ALERTS, null, alert("e2", "northwind"));

            var reopened = new KafkaParkedStore(routing.parkedStore());

            assertThat(reopened.size()).isEqualTo(2);
            assertThat(reopened.queues().blocked("northwind")).hasValue(FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(reopened.queues().blocked("contoso")).isEmpty();
            assertThat(reopened.queues().all("northwind").orElseThrow().to()).isEqualTo(2);
        }
    }

    @Test
    void countsAnUnreadableConfigurationRecordAsAbsent() {
        try (var routing = configured(1)) {
            routing.sendBytes(Topics.ORGANIZATIONS, "contoso", new byte[] {9, 9});

            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));

            assertThat(routing.decisions())
                    .singleElement()
                    .satisfies(decision ->
                            assertThat(decision.getReason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION));
            assertThat(routing.meters
                            .get("sundog.routing.configuration.unreadable")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void holdsEventsWhileTheConnectionIsOffOrTheOrganizationIsDeleted() {
        try (var routing = configured(1)) {
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(false));
            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));
            routing.send(Topics.ORGANIZATIONS, "contoso", null);
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.turn();
            var held = routing.decisions();

            routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
            routing.turn();

            assertThat(held)
                    .extracting(RoutingDecision::getReason)
                    .containsExactly(FailureReason.CONNECTION_DISABLED, FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(routing.requests()).extracting(TicketRequest::getEventId).containsExactly("e1");
        }
    }

    @Test
    void aRuleThatFailsParksItsEventAloneUntilItIsMended() {
        try (var routing = configured(1)) {
            var failing = rule("picky", "event.labels['absent'] == 'x'", RuleAction.ROUTE);
            var onlyOne = rule("fine", "event.dedupKey == 'disk-e2'", RuleAction.ROUTE);
            routing.send(Topics.POLICIES, "acme-policy", policy(2, onlyOne, failing));

            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));
            routing.send(Topics.ALERTS, null, alert("e2", "contoso"));
            var first = routing.requests();
            var decisions = routing.decisions();
            routing.send(Topics.POLICIES, "acme-policy", policy(3, rule("all", null, RuleAction.ROUTE)));
            routing.turn();

            assertThat(first).extracting(TicketRequest::getEventId).containsExactly("e2");
            assertThat(decisions.getFirst().getReason()).isEqualTo(FailureReason.RULE_ERROR);
            assertThat(decisions.getFirst().getRuleName()).isEqualTo("picky");
            assertThat(routing.requests()).singleElement().satisfies(request -> {
                assertThat(request.getEventId()).isEqualTo("e1");
                assertThat(request.getPolicyVersion()).isEqualTo(3);
            });
        }
    }

    @Test
    void routesWhatStillFiresWhenItsWaitEndsAndForgetsWhatIsOver() {
        try (var routing = configured(1)) {
            var window = rule("window", "event.status == 'FIRING'", RuleAction.PARK);
            window.setParkUntil(RoutingTopology.START.plusSeconds(60));
            routing.send(Topics.POLICIES, "acme-policy", policy(2, window));
            routing.send(Topics.ALERTS, null, alert("e1", "contoso", "a", AlertStatus.FIRING));
            routing.send(Topics.ALERTS, null, alert("e2", "contoso", "b", AlertStatus.FIRING));

            routing.send(Topics.ALERTS, null, alert("e3", "contoso", "a", AlertStatus.RESOLVED));
            routing.turn();
            var during = routing.requests();
            routing.pass(Duration.ofSeconds(60));

            assertThat(during).extracting(TicketRequest::getEventId).containsExactly("e3");
            assertThat(routing.requests()).extracting(TicketRequest::getEventId).containsExactly("e2");
            assertThat(routing.decisions())
                    .filteredOn(RoutingDecision::getReleased)
                    .extracting(RoutingDecision::getEventId, RoutingDecision::getOutcome)
                    .containsExactly(tuple("e1", DecisionOutcome.SUPPRESSED), tuple("e2", DecisionOutcome.ROUTED));
        }
    }

    private RoutingTopology configured(int partitions) {
        var routing = new RoutingTopology(state, partitions);
        routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
        routing.send(Topics.POLICIES, "acme-policy", policy(1));
        routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
        return routing;
    }

    private static String elsewhere(int partitions) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "organization-" + number)
                .filter(id -> KafkaDestination.home(id, partitions) != 0)
                .findFirst()
                .orElseThrow();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
