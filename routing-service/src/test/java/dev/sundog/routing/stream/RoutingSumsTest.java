package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.contract.Topics;
import io.micrometer.core.instrument.Counter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the meters to the sums that they state. */
class RoutingSumsTest {

    @TempDir
    Path state;

    @Test
    void accountsForEveryEventItRead() {
        try (var routing = new RoutingTopology(state, 1)) {
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.send(Topics.POLICIES, "acme-policy", policy(1));
            routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));

            routing.send(Topics.ALERTS, null, alert("e1", "contoso"));
            routing.send(Topics.ALERTS, null, alert("e2", "northwind"));
            routing.send(Topics.ALERTS, null, alert("e3", "northwind"));
            routing.sendBytes(Topics.ALERTS, null, new byte[] {7});
            routing.send(Topics.ALERTS, null, alert("", "contoso"));
            routing.send(Topics.ORGANIZATIONS, "northwind", organization("northwind", 14L));
            routing.turn();

            var decisions = sum(routing, "sundog.routing.decisions");
            var releases = sum(routing, "sundog.routing.releases");
            var dead = sum(routing, "sundog.routing.dead.letters");
            assertThat(releases).isEqualTo(2);
            assertThat(dead).isEqualTo(1);
            assertThat(decisions - releases + dead).isEqualTo(5);
        }
    }

    @Test
    void knowsEachOutcomeBeforeItHappens() {
        try (var routing = new RoutingTopology(state, 1)) {
            assertThat(routing.meters.get("sundog.routing.decisions").counters())
                    .extracting(counter -> counter.getId().getTag("outcome"))
                    .containsExactlyInAnyOrder("routed", "suppressed", "parked", "refused");
        }
    }

    @Test
    void saysHowMuchConfigurationItKnows() {
        try (var routing = new RoutingTopology(state, 1)) {
            routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
            routing.send(Topics.ORGANIZATIONS, "fabrikam", organization("fabrikam", 13L));
            routing.send(Topics.ORGANIZATIONS, "fabrikam", null);

            var known = routing.meters
                    .get("sundog.configuration.records")
                    .tag("topic", "organizations-v1")
                    .gauge();
            assertThat(known.value()).isEqualTo(1);
        }
    }

    private static double sum(RoutingTopology routing, String meter) {
        return routing.meters.get(meter).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
