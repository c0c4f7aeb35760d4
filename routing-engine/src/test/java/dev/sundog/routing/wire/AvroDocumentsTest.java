package dev.sundog.routing.wire;

import static dev.sundog.routing.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.event.Severity;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.wire.Parsed.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvroDocumentsTest {

    private static final Map<String, Object> ALERT = Map.of(
            "organizationId", "contoso",
            "dedupKey", "disk-db-1",
            "status", "FIRING",
            "severity", "HIGH",
            "title", "Disk full");

    @Test
    void readsAnAlertAsTheGatewayTakesIt() {
        var event = sound(with(ALERT, "occurredAt", "2026-11-21T22:00:00+02:00", "labels", Map.of("env", "prod")));

        assertThat(event.kind()).isEqualTo(Kind.ALERT);
        assertThat(event.severity()).isEqualTo(Severity.HIGH);
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-21T20:00:00Z"));
        assertThat(event.acceptedAt()).isEqualTo(NOW);
        assertThat(event.labels()).containsEntry("env", "prod");
        assertThat(event.source()).isEqualTo("example");
    }

    @Test
    void tellsARecommendationByItsStatus() {
        var saving = Map.of("amount", "120.5", "currency", "EUR", "period", "MONTHLY");

        var event = sound(with(
                ALERT,
                "status",
                "OPEN",
                "category",
                "COST",
                "estimatedSaving",
                saving,
                "requestedBy",
                Map.of("name", "Ada")));

        assertThat(event.kind()).isEqualTo(Kind.RECOMMENDATION);
        assertThat(event.advice().saving()).isNotNull();
        assertThat(event.advice().saving().amount()).isEqualByComparingTo(new BigDecimal("120.50"));
        assertThat(event.advice().requestedBy()).isNotNull();
    }

    @Test
    void saysEverythingThatIsWrongWithAnEventAtOnce() {
        var tree = with(
                ALERT,
                "severity",
                "BAD",
                "titel",
                "Disk",
                "occurredAt",
                "yesterday",
                "links",
                List.of(Map.of("text", 7)));

        assertThat(AvroDocuments.event(tree, NOW))
                .asInstanceOf(type(Parsed.Faulty.class))
                .extracting(faulty -> faulty.faults().stream()
                        .map(fault -> ((Fault) fault).pointer())
                        .toList())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder("/severity", "/titel", "/occurredAt", "/links/0/href", "/links/0/text");
    }

    @Test
    void namesTheWordsThatAStatusMayBe() {
        assertThat(AvroDocuments.event(with(ALERT, "status", "ON"), NOW))
                .isEqualTo(new Parsed.Faulty<>(
                        List.of(new Fault("/status", "must be one of FIRING, RESOLVED, OPEN, COMPLETED, DISMISSED"))));
    }

    @Test
    void readsAPolicyWithoutAVersion() {
        var rule = Map.of("id", "noise", "name", "Noise", "action", "SUPPRESS", "reason", "for dashboards");

        var read = AvroDocuments.policy(Map.of("id", "p", "tenantId", "acme", "rules", List.of(rule)));

        assertThat(read).isInstanceOfSatisfying(Parsed.Sound.class, sound -> {
            var policy = (dev.sundog.routing.policy.Policy) sound.value();
            assertThat(policy.version()).isEqualTo(1);
            assertThat(policy.rules())
                    .singleElement()
                    .satisfies(one -> assertThat(one.action()).isEqualTo(Action.SUPPRESS));
        });
    }

    private static Event sound(Map<String, Object> tree) {
        return switch (AvroDocuments.event(tree, NOW)) {
            case Parsed.Sound<Event>(var event) -> event;
            case Parsed.Faulty<Event>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static Map<String, Object> with(Map<String, Object> base, Object... namesAndValues) {
        var tree = new HashMap<>(base);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }
}
