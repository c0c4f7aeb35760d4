package dev.sundog.routing.stream;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.team;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.DraftDifference;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.ticket.TicketTemplate;
import dev.sundog.routing.wire.AvroDifferenceWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class KafkaShadowTest {

    private final ConfigurationTables tables = new ConfigurationTables();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant time = NOW;

    @Test
    void recordsWhatTheDraftWouldHaveDecidedOtherwise() {
        var live = live(rule("quiet", null, Action.SUPPRESS, TicketTemplate.NONE));

        var value = shadow(RoutingTopology.serializer()).look(diskFull(), live, NOW);

        var difference = (DraftDifference)
                RoutingTopology.deserializer().deserialize("routing-differences-v1", value.orElseThrow());
        assertThat(difference.getEventId()).isEqualTo("e1");
        assertThat(difference.getPolicyVersion()).isEqualTo(7);
        assertThat(difference.getDraftVersion()).isEqualTo(42);
        assertThat(difference.getLive().getOutcome()).isEqualTo(DecisionOutcome.ROUTED);
        assertThat(difference.getDraft().getOutcome()).isEqualTo(DecisionOutcome.SUPPRESSED);
        assertThat(ended("different")).isEqualTo(1);
    }

    @Test
    void recordsNothingWhereBothDecideAlike() {
        var live = live(rule("renamed", null, Action.ROUTE, team("First")));

        assertThat(shadow(RoutingTopology.serializer()).look(diskFull(), live, NOW))
                .isEmpty();
        assertThat(ended("same")).isEqualTo(1);
    }

    @Test
    void forgetsAFaultAndARegistryThatIsAway() {
        var live = live(rule("quiet", null, Action.SUPPRESS, TicketTemplate.NONE));
        Serializer<SpecificRecord> away = (_, _) -> {
            throw new TimeoutException("the registry does not answer");
        };
        Serializer<SpecificRecord> deep = (_, _) -> {
            throw new StackOverflowError();
        };

        assertThat(shadow(away).look(diskFull(), live, NOW)).isEmpty();
        assertThat(shadow(deep).look(diskFull(), live, NOW)).isEmpty();
        assertThat(ended("failed")).isEqualTo(2);
    }

    @Test
    void stopsWhenItTakesTooLongAndGoesOnWhenThatIsEarnedAgain() {
        var live = live(rule("quiet", null, Action.SUPPRESS, TicketTemplate.NONE));
        Serializer<SpecificRecord> slow = (_, _) -> {
            time = time.plusSeconds(1);
            return new byte[0];
        };
        var shadow = shadow(slow);

        assertThat(shadow.look(diskFull(), live, NOW)).isPresent();
        assertThat(shadow.look(diskFull(), live, NOW)).isEmpty();
        assertThat(ended("passed_over")).isEqualTo(1);
        time = time.plusSeconds(10);
        assertThat(shadow.look(diskFull(), live, NOW)).isPresent();
    }

    @Test
    void recordsABrokenDraftAsADifferenceAndNotAsAFault() {
        var live = live(rule("broken", "event.labels['absent'] == 'x'", Action.ROUTE, team("x")));

        assertThat(shadow(RoutingTopology.serializer()).look(diskFull(), live, NOW))
                .isPresent();
        assertThat(ended("failed")).isZero();
    }

    private Decision live(Rule draft) {
        var active = policy(rule("all", null, Action.ROUTE, team("First")));
        var shadow = new Policy(active.id(), active.tenantId(), 42, List.of(draft));
        tables.putOrganization("contoso", contoso());
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", type(21)));
        tables.putPolicy(
                "acme-policy",
                new Policy(
                        active.id(),
                        active.tenantId(),
                        active.version(),
                        active.rules(),
                        TicketTemplate.NONE,
                        Map.of(),
                        null,
                        shadow));
        return Router.alone().decide(diskFull(), tables, NOW);
    }

    private KafkaShadow shadow(Serializer<SpecificRecord> serializer) {
        InstantSource clock = () -> time;
        return new KafkaShadow(tables, new AvroDifferenceWriter("", serializer), new RoutingMeters(meters), clock);
    }

    private double ended(String how) {
        var counter = meters.find("sundog.routing.shadow").tag("ended", how).counter();
        return counter == null ? 0 : counter.count();
    }
}
