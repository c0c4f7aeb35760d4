package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.configuration.Policy;
import dev.sundog.configuration.PolicyDraft;
import dev.sundog.configuration.RuleAction;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.RoutingDecision;
import java.nio.file.Path;
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
            var draft = PolicyDraft.newBuilder()
                    .setVersion(9)
                    .setRules(List.of(rule("quiet", "event.dedupKey == 'disk-e2'", RuleAction.SUPPRESS)))
                    .build();
            routing.send(
                    Topics.POLICIES,
                    "acme-policy",
                    Policy.newBuilder(policy(3, rule("all", null, RuleAction.ROUTE)))
                            .setShadow(draft)
                            .build());

            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));
            routing.send(Topics.ALERTS, null, alert("e2", "contoso"));

            assertThat(routing.decisions())
                    .extracting(RoutingDecision::getOutcome)
                    .containsExactly(DecisionOutcome.ROUTED, DecisionOutcome.ROUTED);
            assertThat(routing.requests()).hasSize(2);
            assertThat(routing.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.getEventId()).isEqualTo("e2");
                assertThat(difference.getPolicyVersion()).isEqualTo(3);
                assertThat(difference.getDraftVersion()).isEqualTo(9);
                assertThat(difference.getDraft().getOutcome()).isEqualTo(DecisionOutcome.SUPPRESSED);
            });
        }
    }
}
