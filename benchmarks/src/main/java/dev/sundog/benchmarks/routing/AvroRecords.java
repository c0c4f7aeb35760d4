package dev.sundog.benchmarks.routing;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.Organization;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.Rule;
import dev.sundog.configuration.RuleAction;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Link;
import dev.sundog.event.Resource;
import dev.sundog.event.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the measurements are made with: records as they stand on the topics. */
final class AvroRecords {

    static final String TENANT = "acme-msp";
    static final String CONNECTION = "acme-halo";
    static final String POLICY = "acme-policy";
    static final String PARENT = "acme-customers";
    static final String ORGANIZATION = "contoso";
    static final int RULES = 20;

    private AvroRecords() {}

    /** An alert as products send them: five labels, three resources, a link, a paragraph. */
    static Alert alert() {
        return Alert.newBuilder()
                .setEventId("5f0c2f7e-3f5f-4e8a-9a58-0a6f3d1f7a11")
                .setSource("watchtower")
                .setOrganizationId(ORGANIZATION)
                .setDedupKey("disk-full/db-1/volume-c")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle("Disk almost full on db-1")
                .setDescription("Volume C: of db-1 is 97 % full and grows by 1 % an hour.\n"
                        + "At this rate the database stops in about three hours; the nightly backup has grown as well.")
                .setCategory("storage")
                .setOccurredAt(Instant.parse("2026-11-21T20:00:00Z"))
                .setResources(List.of(resource("db-1"), resource("volume-c"), resource("backup-7")))
                .setLabels(Map.of(
                        "host", "db-1", "env", "prod", "region", "westeurope", "owner", "dba", "rule", "disk-97"))
                .setLinks(List.of(new Link("https://wiki.example/runbooks/disk-full", "Runbook")))
                .build();
    }

    private static Resource resource(String id) {
        return Resource.newBuilder()
                .setId(id)
                .setType("virtual-machine")
                .setName("Machine " + id)
                .setUrl("https://portal.example/resources/" + id)
                .build();
    }

    static Connection connection() {
        return Connection.newBuilder()
                .setId(CONNECTION)
                .setTenantId(TENANT)
                .setVersion(1)
                .setResourceServer("https://acme.example")
                .setAuthorizationServer("https://acme.example/auth")
                .setClientId("client")
                .setClientSecret("c2VjcmV0")
                .setPolicyId(POLICY)
                .setDefaults(TicketTemplate.newBuilder()
                        .setTicketTypeId(21L)
                        .setTeam("1st Line Support")
                        .setPriorityBySeverity(Map.of("CRITICAL", 1L, "HIGH", 2L, "MEDIUM", 3L, "LOW", 4L))
                        .build())
                .build();
    }

    /** The organization of the alert and, on top of it, the one that has the connection. */
    static List<Organization> organizations() {
        return List.of(
                Organization.newBuilder()
                        .setId(PARENT)
                        .setTenantId(TENANT)
                        .setVersion(1)
                        .setConnectionId(CONNECTION)
                        .setCustomerId(11L)
                        .setOverrides(TicketTemplate.newBuilder()
                                .setCategories(List.of("Monitoring>Storage"))
                                .build())
                        .build(),
                Organization.newBuilder()
                        .setId(ORGANIZATION)
                        .setTenantId(TENANT)
                        .setVersion(1)
                        .setName("Contoso Ltd")
                        .setParentId(PARENT)
                        .setCustomerId(12L)
                        .setSiteId(18L)
                        .build());
    }

    /** Rules of which the last one matches the alert, so that each is asked. */
    static Policy policy(RuleAction action, TicketTemplate then) {
        var kinds = List.of(
                "event.severity == 'CRITICAL' && event.category == 'network-%d'",
                "event.title.contains('certificate %d') || event.title.startsWith('Backup %d')",
                "event.labels['env'] == 'test-%d'",
                "event.resources.exists(r, r.type == 'sql-database-%d')",
                "event.source in ['probe-%d', 'scanner', 'watchdog'] && organization.parentId != ''");
        var rules = new ArrayList<Rule>();
        for (int number = 1; number < RULES; number++) {
            var when = kinds.get(number % kinds.size()).replace("%d", Integer.toString(number));
            rules.add(rule(number, when, RuleAction.ROUTE, then));
        }
        rules.add(rule(RULES, "event.category == 'storage' && event.labels['owner'] == 'dba'", action, then));
        return Policy.newBuilder()
                .setId(POLICY)
                .setTenantId(TENANT)
                .setVersion(1)
                .setRules(rules)
                .build();
    }

    private static Rule rule(int number, String when, RuleAction action, TicketTemplate then) {
        return Rule.newBuilder()
                .setId("rule-" + number)
                .setName("Rule " + number)
                .setWhen(when)
                .setAction(action)
                .setReason(action == RuleAction.ROUTE ? null : "known")
                .setThen(action == RuleAction.ROUTE ? then : null)
                .build();
    }
}
