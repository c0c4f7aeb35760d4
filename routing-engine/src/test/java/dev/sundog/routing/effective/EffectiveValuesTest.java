package dev.sundog.routing.effective;

import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.organization;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.effective.Effective.Value;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectiveValuesTest {

    private final ConfigurationTables tables = new ConfigurationTables();

    @BeforeEach
    void configure() {
        var wide = TicketTemplate.builder()
                .team("1st Line")
                .slaId(3L)
                .priorityBySeverityAndImpact(Map.of("HIGH/2", 1L))
                .groupBy(List.of("category"))
                .build();
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", wide));
        tables.putPolicy(
                "acme-policy",
                new Policy(
                        "acme-policy",
                        "acme-msp",
                        1,
                        List.of(rule("vip", "event.severity == 'HIGH'", Action.ROUTE, team("VIP"))),
                        TicketTemplate.builder()
                                .priorityBySeverity(Map.of("HIGH", 2L))
                                .build(),
                        Map.of(),
                        null,
                        null));
        var group = TicketTemplate.builder()
                .computed(Map.of("agentId", "event.over ? 1 : 2"))
                .groupKey("event.labels['host']")
                .build();
        tables.putOrganization("group", organization("group", null, "acme-halo", 10L, group));
        tables.putOrganization("branch", organization("branch", "group", null, 13L, TicketTemplate.NONE));
    }

    @Test
    void saysOfEachValueWhereItCameFrom() {
        var effective = EffectiveValues.of("branch", tables, tables).orElseThrow();

        assertThat(effective.waits()).isNull();
        assertThat(effective.values())
                .extracting(EffectiveValuesTest::line)
                .containsExactly(
                        "agentId = event.over ? 1 : 2 (computed) by ORGANIZATION group",
                        "connectionId = acme-halo by ORGANIZATION group",
                        "customerId = 13 by ORGANIZATION branch",
                        "groupKey = event.labels['host'] (computed) by ORGANIZATION group",
                        "policyId = acme-policy by CONNECTION acme-halo",
                        "priorityBySeverity.HIGH = 2 by POLICY acme-policy",
                        "siteId = 18 by ORGANIZATION branch",
                        "slaId = 3 by CONNECTION acme-halo",
                        "team = 1st Line by CONNECTION acme-halo, rules [vip]");
    }

    @Test
    void saysWhyAnOrganizationWaits() {
        tables.putConnection("acme-halo", connection("acme-msp", false, null, TicketTemplate.NONE));

        var effective = EffectiveValues.of("branch", tables, tables).orElseThrow();

        assertThat(effective.waits()).isEqualTo("connection acme-halo is switched off");
        assertThat(EffectiveValues.of("unheard-of", tables, tables)).isEmpty();
    }

    private static String line(Value value) {
        return value.field() + " = " + value.value() + (value.computed() ? " (computed)" : "") + " by "
                + value.from().place() + " " + value.from().id()
                + (value.rules().isEmpty() ? "" : ", rules " + value.rules());
    }
}
