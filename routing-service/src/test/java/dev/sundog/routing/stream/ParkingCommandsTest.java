package dev.sundog.routing.stream;

import static dev.sundog.delivery.ParkingCommandKind.DISCARD;
import static dev.sundog.delivery.ParkingCommandKind.RELEASE;
import static dev.sundog.delivery.ParkingCommandKind.UNSUPPORTED;
import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.rule;
import static dev.sundog.routing.SilenceRecords.command;
import static dev.sundog.routing.SilenceRecords.untilResolved;
import static dev.sundog.routing.stream.RoutingTopology.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.configuration.RuleAction;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.ParkingCommand;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.FailureReason;
import dev.sundog.routing.parking.CommandRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people want done with parked events. */
class ParkingCommandsTest {

    private static final String TENANT = "acme-msp";

    @TempDir
    Path state;

    @Test
    void releasesOneEventWhateverSilenceHoldsItAndSaysWhoWantedIt() {
        try (var routing = silenced()) {
            fires(routing, "e1", "a");
            fires(routing, "e2", "b");
            routing.decisions();

            orders(routing, command("c1", TENANT, "contoso", "e2", RELEASE));

            assertThat(ids(routing)).containsExactly("e2");
            assertThat(routing.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.getReleased()).isTrue();
                assertThat(decision.getDecidedBy()).isEqualTo("ada");
                assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.ROUTED);
            });
        }
    }

    @Test
    void releasesAllOfAnOrganizationInItsOrderAndInTurns() {
        try (var routing = silenced()) {
            IntStream.range(0, 230).forEach(number -> fires(routing, "e" + number, "m" + number));

            orders(routing, command("c1", TENANT, "contoso", null, RELEASE));
            fires(routing, "later", "later");
            routing.turn();
            var first = ids(routing);
            IntStream.range(0, 6).forEach(_ -> routing.turn());

            // Half of a hundred in each turn.
            assertThat(first).hasSize(50).first().isEqualTo("e0");
            assertThat(ids(routing))
                    .containsExactlyElementsOf(IntStream.range(50, 230)
                            .mapToObj(number -> "e" + number)
                            .toList());
            assertThat(routing.meters
                            .get("sundog.routing.parked.events")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }
    }

    @Test
    void discardsWithADecisionThatSaysWhoAndWhy() {
        try (var routing = configured()) {
            routing.send(Topics.ALERTS, null, alert("e1", "unheard-of"));
            routing.decisions();

            orders(routing, command("c1", "", "unheard-of", "e1", DISCARD));

            assertThat(routing.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.SUPPRESSED);
                assertThat(decision.getDetail()).isEqualTo("discarded by ada: checked");
                assertThat(decision.getReleased()).isTrue();
            });
            assertThat(ids(routing)).isEmpty();
            assertThat(routing.parkedStore().approximateNumEntries()).isZero();
        }
    }

    @Test
    void cannotReleaseWhatLacksAMappingAndSaysWhy() {
        try (var routing = configured()) {
            routing.send(Topics.ALERTS, null, alert("e1", "unheard-of"));
            routing.send(Topics.ALERTS, null, alert("e2", "unheard-of"));
            routing.decisions();

            orders(routing, command("c1", "", "unheard-of", "e1", RELEASE));
            orders(routing, command("c2", "", "unheard-of", null, RELEASE));
            routing.turn();

            assertThat(routing.decisions())
                    .extracting(
                            RoutingDecision::getEventId,
                            RoutingDecision::getReason,
                            RoutingDecision::getDetail,
                            RoutingDecision::getDecidedBy)
                    .containsOnly(tuple(
                            "e1",
                            FailureReason.UNMAPPED_ORGANIZATION,
                            "cannot be released: organization unheard-of is not known",
                            "ada"));
            assertThat(routing.parkedStore().approximateNumEntries()).isEqualTo(2);
        }
    }

    @Test
    void passesOverRulesThatParkAndStillAsksTheOthers() {
        try (var routing = configured()) {
            var picky = rule("picky", "event.dedupKey == 'b' && event.labels['absent'] == 'x'", RuleAction.ROUTE);
            routing.send(Topics.POLICIES, "acme-policy", policy(2, rule("wait", null, RuleAction.PARK), picky));
            fires(routing, "e1", "a");
            fires(routing, "e2", "b");
            var parked = routing.decisions();

            orders(routing, command("c1", TENANT, "contoso", "e1", RELEASE));
            orders(routing, command("c2", TENANT, "contoso", "e2", RELEASE));

            assertThat(parked).extracting(RoutingDecision::getReason).containsOnly(FailureReason.PARKED_BY_RULE);
            assertThat(ids(routing)).containsExactly("e1");
            assertThat(routing.decisions().getLast().getDetail()).startsWith("cannot be released: rule picky failed");
        }
    }

    @Test
    void carriesOutACommandOnceHoweverOftenItComes() {
        try (var routing = silenced()) {
            fires(routing, "e1", "a");
            orders(routing, command("c1", TENANT, "contoso", null, RELEASE));
            routing.turn();
            fires(routing, "e2", "b");

            orders(routing, command("c1", TENANT, "contoso", null, RELEASE));
            routing.turn();

            assertThat(ids(routing)).containsExactly("e1");
            assertThat(commands(routing, "repeated")).isEqualTo(1);
        }
    }

    @Test
    void touchesNoEventOfAnotherTenantWithTheSameNames() {
        try (var routing = silenced()) {
            fires(routing, "e1", "a");
            routing.sendFrom("other-msp", alert("e1", "contoso", "a", AlertStatus.FIRING));
            routing.decisions();

            orders(routing, command("c1", "other-msp", "contoso", "e1", DISCARD));
            orders(routing, command("c2", TENANT, "contoso", "e1", RELEASE));

            assertThat(routing.decisions())
                    .extracting(RoutingDecision::getTenantId, RoutingDecision::getOutcome)
                    .containsExactly(
                            tuple("other-msp", DecisionOutcome.SUPPRESSED), tuple(TENANT, DecisionOutcome.ROUTED));
        }
    }

    @Test
    void refusesWhatItDoesNotKnowAndKeepsWhatItCannotRead() {
        try (var routing = silenced()) {
            fires(routing, "e1", "a");

            orders(routing, command("c1", TENANT, "contoso", "e1", UNSUPPORTED));
            orders(routing, command("c2", TENANT, "nobody", "e1", RELEASE));
            routing.sendBytes(Topics.PARKING_COMMANDS, "contoso", new byte[] {1, 2});

            assertThat(commands(routing, "refused")).isEqualTo(2);
            assertThat(routing.deadLetters(Topics.PARKING_COMMANDS)).hasSize(1);
            assertThat(ids(routing)).isEmpty();
        }
    }

    @Test
    void goesOnWhereARestartInterruptedARelease() {
        try (var routing = silenced()) {
            IntStream.range(0, 150).forEach(number -> fires(routing, "e" + number, "m" + number));
            orders(routing, command("c1", TENANT, "contoso", null, RELEASE));
            routing.turn();

            var rows = routing.store(KafkaCommands.NAME);
            var row = CommandRow.of(rows.get(Bytes.wrap("c1".getBytes())));

            assertThat(row.next()).isEqualTo(50);
            assertThat(row.before()).isEqualTo(150);
            assertThat(row.command()).isNotNull();
            assertThat(CommandRow.of(row.bytes())).isEqualTo(row);
        }
    }

    @Test
    void letsNothingExpireUnlessToldToAndThenSaysSo() {
        try (var routing = new RoutingTopology(state, 1, tables -> tables, Duration.ofDays(2), 100)) {
            routing.send(Topics.ALERTS, null, alert("e1", "unheard-of"));
            routing.pass(Duration.ofDays(1));
            routing.send(Topics.ALERTS, null, alert("e2", "unheard-of"));
            routing.decisions();

            routing.pass(Duration.ofDays(1));

            assertThat(routing.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.getEventId()).isEqualTo("e1");
                assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.REFUSED);
                assertThat(decision.getReason()).isEqualTo(FailureReason.EXPIRED);
                assertThat(decision.getDetail()).isEqualTo("waited for 48 hours: organization unheard-of is not known");
            });
        }
    }

    private RoutingTopology silenced() {
        var routing = configured();
        routing.send(Topics.SILENCES, "known", untilResolved("known", START));
        return routing;
    }

    private RoutingTopology configured() {
        var routing = new RoutingTopology(state, 1);
        routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
        routing.send(Topics.POLICIES, "acme-policy", policy(1));
        routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
        return routing;
    }

    private static void fires(RoutingTopology routing, String eventId, String dedupKey) {
        routing.send(Topics.ALERTS, null, alert(eventId, "contoso", dedupKey, AlertStatus.FIRING));
    }

    private static void orders(RoutingTopology routing, ParkingCommand command) {
        routing.send(Topics.PARKING_COMMANDS, command.getOrganizationId(), command);
    }

    private static List<String> ids(RoutingTopology routing) {
        return routing.requests().stream().map(TicketRequest::getEventId).toList();
    }

    private static double commands(RoutingTopology routing, String outcome) {
        return routing.meters
                .get("sundog.routing.parking.commands")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
