package dev.sundog.routing;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Advice;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.event.Link;
import dev.sundog.routing.event.Requester;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.event.Saving;
import dev.sundog.routing.event.Severity;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.ticket.TicketTemplate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Examples in the words of routing. */
public final class Examples {

    public static final Instant NOW = Instant.parse("2026-11-21T21:00:00Z");
    private static final Instant OCCURRED = Instant.parse("2026-11-21T20:00:00Z");

    private Examples() {}

    public static Event diskFull() {
        return alert("e1", "contoso", false, null);
    }

    public static Event alert(String eventId, String organizationId, boolean over, String senderTenantId) {
        return new Event(
                Kind.ALERT,
                eventId,
                "watchtower",
                organizationId,
                "disk-db-1",
                over ? "RESOLVED" : "FIRING",
                over,
                Severity.HIGH,
                "Disk full on db-1",
                "97 % used.\nGrows by 1 % an hour.",
                "storage",
                OCCURRED,
                List.of(new Resource("db-1", "virtual-machine", "Database 1", "https://portal.example/db-1")),
                Map.of("host", "db-1", "env", "prod"),
                List.of(new Link("https://wiki.example/disk", "Runbook"), new Link("javascript:alert(1)", "Click")),
                Advice.NONE,
                senderTenantId,
                NOW);
    }

    public static Event rightsize(int resources) {
        var affected = IntStream.range(0, resources)
                .mapToObj(number -> new Resource("vm-" + number, "virtual-machine", null, null))
                .toList();
        return new Event(
                Kind.RECOMMENDATION,
                "r1",
                "advisor",
                "contoso",
                "rightsize-1",
                "OPEN",
                false,
                Severity.LOW,
                "Rightsize <b>idle</b> machines & save",
                null,
                "COST",
                OCCURRED,
                affected,
                Map.of(),
                List.of(),
                new Advice(
                        "They cost money and do nothing.",
                        "Choose a smaller size.",
                        new Saving(new BigDecimal("120.50"), "EUR", "MONTHLY"),
                        new Requester("Ada", "ada@contoso.example")),
                null,
                NOW);
    }

    public static Organization contoso() {
        return organization("contoso", null, "acme-halo", 12L, TicketTemplate.NONE);
    }

    public static Organization organization(
            String id, String parentId, String connectionId, Long customerId, TicketTemplate overrides) {
        return new Organization(id, "acme-msp", 3, id, parentId, connectionId, customerId, 18L, null, null, overrides);
    }

    public static Connection connection(String tenantId, boolean enabled, String policyId, TicketTemplate defaults) {
        return new Connection("acme-halo", tenantId, 5, enabled, List.of(), policyId, defaults, Set.of(), null);
    }

    public static Policy policy(Rule... rules) {
        return new Policy("acme-policy", "acme-msp", 7, List.of(rules));
    }

    public static Rule rule(String name, String when, Rule.Action action, TicketTemplate then) {
        return new Rule(name, name, when, action, "because", null, false, then);
    }

    public static Rule goOn(String name, TicketTemplate then) {
        return new Rule(name, name, null, Rule.Action.ROUTE, null, null, true, then);
    }

    public static TicketTemplate team(String team) {
        return TicketTemplate.builder().team(team).build();
    }

    public static TicketTemplate type(long ticketTypeId) {
        return TicketTemplate.builder().ticketTypeId(ticketTypeId).build();
    }

    public static TicketTemplate summary(String summaryTemplate) {
        return TicketTemplate.builder().summaryTemplate(summaryTemplate).build();
    }

    public static TicketTemplate details(String detailsTemplate) {
        return TicketTemplate.builder().detailsTemplate(detailsTemplate).build();
    }

    public static TicketTemplate groupBy(String... names) {
        return TicketTemplate.builder().groupBy(List.of(names)).build();
    }
}
