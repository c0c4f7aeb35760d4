package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.SilenceRecords.silence;
import static dev.sundog.routing.SilenceRecords.untilResolved;
import static dev.sundog.routing.SilenceRecords.weekly;
import static dev.sundog.routing.SilenceRecords.window;
import static dev.sundog.routing.stream.RoutingTopology.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.Recurrence;
import dev.sundog.configuration.UnsentResolution;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.FailureReason;
import dev.sundog.event.Severity;
import dev.sundog.routing.Examples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silences as the topology keeps them: what waits, what passes, and what becomes of it at the end. */
class SilencesTest {

    private static final Instant END = START.plusSeconds(3_600);

    @TempDir
    Path state;

    @Test
    void saysWhichSilenceHoldsAnEventAndHoldsNobodyElse() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "patch-day", window("patch-day", START, END));

            fires(routing, "e1", "a");
            routing.send(Topics.ALERTS, null, alert("e2", "fabrikam", "a", AlertStatus.FIRING));

            assertThat(routing.decisions())
                    .extracting(
                            RoutingDecision::getEventId,
                            RoutingDecision::getOutcome,
                            RoutingDecision::getReason,
                            RoutingDecision::getSilenceId,
                            RoutingDecision::getSilenceVersion)
                    .containsExactly(
                            tuple("e1", DecisionOutcome.PARKED, FailureReason.SILENCED, "patch-day", 1L),
                            tuple("e2", DecisionOutcome.ROUTED, null, null, null));
            assertThat(routing.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.key()).isEqualTo("contoso/e1");
                assertThat(parked.value().getUntil()).isEqualTo(END);
                assertThat(parked.value().getSilenceId()).isEqualTo("patch-day");
                assertThat(parked.value().getOwnerTenantId()).isEqualTo("acme-msp");
                assertThat(parked.value().getConnectionId()).isEqualTo("acme-halo");
            });
        }
    }

    @Test
    void routesWhatStillFiresAtTheEndInItsOrderWithoutAnotherEvent() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "patch-day", window("patch-day", START, END));
            fires(routing, "e1", "a");
            fires(routing, "e2", "b");
            fires(routing, "e3", "a");

            routing.pass(Duration.ofSeconds(3_599));
            var before = routing.requests();
            routing.pass(Duration.ofSeconds(1));

            assertThat(before).isEmpty();
            assertThat(ids(routing.requests())).containsExactly("e1", "e2", "e3");
            assertThat(routing.parked())
                    .filteredOn(parked -> parked.value() == null)
                    .extracting(TestRecord::key)
                    .containsExactly("contoso/e1", "contoso/e2", "contoso/e3");
        }
    }

    @Test
    void letsThoseGoFirstThatWaitedWhenAnEventComesBetweenTheEndAndTheNextTurn() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "patch-day", window("patch-day", START, START.plusMillis(600)));
            fires(routing, "e1", "a");
            fires(routing, "e2", "b");
            routing.pass(Duration.ofMillis(500));
            routing.pass(Duration.ofMillis(200));

            fires(routing, "e3", "b");

            assertThat(ids(routing.requests())).containsExactly("e1", "e2", "e3");
        }
    }

    @Test
    void endsWithoutATicketWhatWasOverBeforeTheEnd() {
        try (var routing = configured()) {
            routing.send(Topics.CONNECTIONS, "acme-halo", creatingAndClosing());
            routing.send(Topics.SILENCES, "patch-day", window("patch-day", START, END));
            fires(routing, "e1", "a");
            fires(routing, "e2", "a");
            routing.turn();
            routing.decisions();

            resolves(routing, "e3", "a");
            resolves(routing, "e4", "never-fired");
            routing.pass(Duration.ofHours(2));

            var requests = routing.requests();
            assertThat(ids(requests)).containsExactly("e3", "e4");
            assertThat(requests)
                    .extracting(request -> request.getLifecycle().getOnUnsentResolution())
                    .containsExactly(UnsentResolution.SKIP, UnsentResolution.CREATE_AND_CLOSE);
            assertThat(routing.decisions())
                    .extracting(
                            RoutingDecision::getEventId,
                            RoutingDecision::getOutcome,
                            RoutingDecision::getReleased,
                            RoutingDecision::getDetail)
                    .containsExactly(
                            tuple("e3", DecisionOutcome.ROUTED, false, null),
                            tuple("e1", DecisionOutcome.SUPPRESSED, true, "its matter ended while it was parked"),
                            tuple("e2", DecisionOutcome.SUPPRESSED, true, "its matter ended while it was parked"),
                            tuple("e4", DecisionOutcome.ROUTED, false, null));
        }
    }

    @Test
    void holdsUpNobodyElseOnceWhatWaitedForTheOrganizationWaitsForItselfAlone() {
        try (var routing = configured()) {
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(false));
            fires(routing, "e1", "a");
            var known = silence("known", START).setUntilResolved(true).setWhen("event.dedupKey == 'a'");
            routing.send(Topics.SILENCES, "known", known.build());
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.turn();

            fires(routing, "e2", "b");

            assertThat(ids(routing.requests())).containsExactly("e2");
            assertThat(outcomes(routing)).containsExactly("e1 PARKED", "e1 PARKED", "e2 ROUTED");
        }
    }

    @Test
    void endsWhatItHoldsWhenAResolutionThatHadToQueueGoesOut() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "known", untilResolved("known", START));
            fires(routing, "e1", "a");
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(false));
            resolves(routing, "e2", "a");
            var before = routing.requests();

            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.turn();

            assertThat(before).isEmpty();
            assertThat(ids(routing.requests())).containsExactly("e2");
            assertThat(outcomes(routing)).endsWith("e2 ROUTED", "e1 SUPPRESSED");
        }
    }

    @Test
    void endsTheWaitOfOlderWordsWhenALaterOneOfTheMatterPasses() {
        try (var routing = configured()) {
            var quiet = silence("quiet", START)
                    .setEndsAt(END)
                    .setSeverities(List.of("HIGH"))
                    .build();
            routing.send(Topics.SILENCES, "quiet", quiet);
            fires(routing, "e1", "a");
            routing.decisions();

            var worse = alert("e2", "contoso", "a", AlertStatus.FIRING);
            worse.setSeverity(Severity.CRITICAL);
            routing.send(Topics.ALERTS, null, worse);
            routing.pass(Duration.ofHours(2));

            assertThat(ids(routing.requests())).containsExactly("e2");
            assertThat(routing.decisions())
                    .extracting(RoutingDecision::getEventId, RoutingDecision::getDetail)
                    .containsExactly(
                            tuple("e2", null), tuple("e1", "event e2 of its matter came later and was routed"));
        }
    }

    @Test
    void holdsAMatterUntilItIsResolvedAndTellsOfItWhenItComesBack() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "known", untilResolved("known", START));
            fires(routing, "e1", "a");
            routing.pass(Duration.ofDays(30));
            fires(routing, "e2", "a");
            var held = routing.requests();

            resolves(routing, "e3", "a");
            fires(routing, "e4", "a");
            fires(routing, "e5", "b");

            assertThat(held).isEmpty();
            assertThat(ids(routing.requests())).containsExactly("e3", "e4");
            assertThat(outcomes(routing))
                    .containsExactly(
                            "e1 PARKED",
                            "e2 PARKED",
                            "e3 ROUTED",
                            "e1 SUPPRESSED",
                            "e2 SUPPRESSED",
                            "e4 ROUTED",
                            "e5 PARKED");
            assertThat(new KafkaEndedSilences(routing.store(KafkaEndedSilences.NAME))
                            .of(Examples.alert("x", "contoso", false, null)))
                    .isEmpty();
        }
    }

    @Test
    void forgetsWhichMattersEndedWhenTheSilenceIsGone() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "known", untilResolved("known", START));
            fires(routing, "e1", "a");
            resolves(routing, "e2", "a");
            var remembered = routing.store(KafkaEndedSilences.NAME).approximateNumEntries();

            routing.send(Topics.SILENCES, "known", null);
            routing.pass(Duration.ofMinutes(10));

            assertThat(remembered).isEqualTo(1);
            assertThat(routing.store(KafkaEndedSilences.NAME).approximateNumEntries())
                    .isZero();
        }
    }

    @Test
    void releasesWhatASilenceHeldThatIsDeletedEndedEarlyNarrowedOrBroken() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "s", window("s", START, END));
            fires(routing, "e1", "a");
            routing.send(Topics.SILENCES, "s", null);
            routing.turn();
            routing.send(Topics.SILENCES, "s", window("s", START, END));
            fires(routing, "e2", "b");
            routing.send(Topics.SILENCES, "s", window("s", START, START.plusSeconds(1)));
            routing.pass(Duration.ofSeconds(1));
            routing.send(Topics.SILENCES, "s", window("s", START, END));
            fires(routing, "e3", "c");
            var narrow = silence("s", START)
                    .setEndsAt(END)
                    .setSources(List.of("advisor"))
                    .build();
            routing.send(Topics.SILENCES, "s", narrow);
            routing.turn();
            routing.send(Topics.SILENCES, "s", window("s", START, END));
            fires(routing, "e4", "d");
            var broken = silence("s", START)
                    .setEndsAt(END)
                    .setRecurrence(new Recurrence("FREQ=SECONDLY", "UTC", 60))
                    .build();
            routing.send(Topics.SILENCES, "s", broken);
            routing.turn();

            assertThat(ids(routing.requests())).containsExactly("e1", "e2", "e3", "e4");
            assertThat(routing.meters
                            .get("sundog.routing.configuration.unreadable")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void holdsLongerWhenTheSilenceIsExtendedAndSaysSo() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "s", window("s", START, START.plusSeconds(60)));
            fires(routing, "e1", "a");
            routing.send(Topics.SILENCES, "s", window("s", START, START.plusSeconds(120)));

            routing.pass(Duration.ofSeconds(100));
            var during = routing.requests();
            routing.pass(Duration.ofSeconds(20));

            assertThat(during).isEmpty();
            assertThat(ids(routing.requests())).containsExactly("e1");
            assertThat(routing.meters
                            .get("sundog.routing.waits.changed")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void holdsInEachWindowThatComesAgain() {
        try (var routing = configured()) {
            routing.send(Topics.SILENCES, "sunday", weekly("sunday", START, START.plusSeconds(86_400L * 60), 3_600));
            fires(routing, "e1", "a");
            routing.pass(Duration.ofHours(1));
            fires(routing, "e2", "b");
            routing.pass(Duration.ofDays(7).minusMinutes(30));
            fires(routing, "e3", "c");
            var before = routing.requests();
            routing.pass(Duration.ofMinutes(30));

            assertThat(ids(before)).containsExactly("e1", "e2");
            assertThat(ids(routing.requests())).containsExactly("e3");
        }
    }

    @Test
    void neverHoldsOrReleasesForAnotherTenant() {
        try (var routing = configured()) {
            var theirs = silence("theirs", START)
                    .setTenantId("other-msp")
                    .setEndsAt(END)
                    .build();
            routing.send(Topics.SILENCES, "theirs", theirs);
            fires(routing, "e1", "a");
            var routed = ids(routing.requests());
            routing.send(Topics.SILENCES, "ours", window("ours", START, END));
            fires(routing, "e2", "b");
            routing.sendFrom("other-msp", alert("f1", "contoso", "b", AlertStatus.FIRING));

            resolves(routing, "e3", "b");

            assertThat(routed).containsExactly("e1");
            assertThat(outcomes(routing))
                    .containsExactly("e1 ROUTED", "e2 PARKED", "f1 PARKED", "e3 ROUTED", "e2 SUPPRESSED");
        }
    }

    private RoutingTopology configured() {
        var routing = new RoutingTopology(state, 1);
        routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
        routing.send(Topics.POLICIES, "acme-policy", policy(1));
        routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
        routing.send(Topics.ORGANIZATIONS, "fabrikam", organization("fabrikam", 13L));
        return routing;
    }

    private static dev.sundog.configuration.Connection creatingAndClosing() {
        var connection = connection(true);
        connection
                .getDefaults()
                .setLifecycle(LifecycleSettings.newBuilder()
                        .setOnUnsentResolution(UnsentResolution.CREATE_AND_CLOSE)
                        .build());
        return connection;
    }

    private static void fires(RoutingTopology routing, String eventId, String dedupKey) {
        routing.send(Topics.ALERTS, null, alert(eventId, "contoso", dedupKey, AlertStatus.FIRING));
    }

    private static void resolves(RoutingTopology routing, String eventId, String dedupKey) {
        routing.send(Topics.ALERTS, null, alert(eventId, "contoso", dedupKey, AlertStatus.RESOLVED));
    }

    private static List<String> ids(List<TicketRequest> requests) {
        return requests.stream().map(TicketRequest::getEventId).toList();
    }

    private static List<String> outcomes(RoutingTopology routing) {
        return routing.decisions().stream()
                .map(decision -> decision.getEventId() + " " + decision.getOutcome())
                .toList();
    }
}
