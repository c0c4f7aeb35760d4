package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.rule;
import static dev.sundog.routing.SilenceRecords.untilResolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.configuration.Policy;
import dev.sundog.configuration.PolicyDraft;
import dev.sundog.configuration.Rule;
import dev.sundog.configuration.RuleAction;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.AlertStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowTopologyTest {

    @TempDir
    Path state;

    @Test
    void aDraftInShadowRecordsOnlyWhatItWouldDecideOtherwiseAndChangesNothing() {
        try (var routing = new RoutingTopology(state, 1)) {
            routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.send(
                    Topics.POLICIES,
                    "acme-policy",
                    shadowed(rule("quiet", "event.dedupKey == 'disk-e2'", RuleAction.SUPPRESS)));

            untilLooked(routing, "same", () -> routing.send(Topics.ALERTS, null, alert("e1", "contoso")));
            untilLooked(routing, "different", () -> routing.send(Topics.ALERTS, null, alert("e2", "contoso")));

            var decisions = routing.decisions();
            assertThat(decisions).extracting(RoutingDecision::getOutcome).containsOnly(DecisionOutcome.ROUTED);
            assertThat(routing.requests()).hasSameSizeAs(decisions);
            assertThat(routing.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.getEventId()).isEqualTo("e2");
                assertThat(difference.getPolicyVersion()).isEqualTo(3);
                assertThat(difference.getDraftVersion()).isEqualTo(9);
                assertThat(difference.getDraft().getOutcome()).isEqualTo(DecisionOutcome.SUPPRESSED);
            });
        }
    }

    @Test
    void aDraftIsNotHeldByASilenceThatEndedForTheMatter() {
        try (var routing = new RoutingTopology(state, 1)) {
            routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.send(Topics.POLICIES, "acme-policy", shadowed());
            routing.send(Topics.SILENCES, "known", untilResolved("known", RoutingTopology.START));
            routing.send(Topics.ALERTS, null, alert("e1", "contoso", "disk", AlertStatus.FIRING));
            routing.send(Topics.ALERTS, null, alert("e2", "contoso", "disk", AlertStatus.RESOLVED));

            untilLooked(
                    routing,
                    "same",
                    () -> routing.send(Topics.ALERTS, null, alert("e3", "contoso", "disk", AlertStatus.FIRING)));

            assertThat(routing.requests())
                    .extracting(TicketRequest::getEventId)
                    .contains("e3")
                    .doesNotContain("e1");
            assertThat(routing.differences()).isEmpty();
        }
    }

    /** Sends until the draft was asked once more, with this end: on a slow machine its first answers use up its time. */
    private static void untilLooked(RoutingTopology routing, String ended, Runnable send) {
        double before = looks(routing, ended);
        await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
            send.run();
            return looks(routing, ended) > before || looks(routing, "different") > 0;
        });
    }

    private static double looks(RoutingTopology routing, String ended) {
        var counter =
                routing.meters.find("sundog.routing.shadow").tag("ended", ended).counter();
        return counter == null ? 0 : counter.count();
    }

    private static Policy shadowed(Rule... draft) {
        return Policy.newBuilder(policy(3, rule("all", null, RuleAction.ROUTE)))
                .setShadow(PolicyDraft.newBuilder()
                        .setVersion(9)
                        .setRules(List.of(draft))
                        .build())
                .build();
    }
}
