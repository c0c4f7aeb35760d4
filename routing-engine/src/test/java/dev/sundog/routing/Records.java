package dev.sundog.routing;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.Organization;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.Rule;
import dev.sundog.configuration.RuleAction;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.EstimatedSaving;
import dev.sundog.event.Recommendation;
import dev.sundog.event.RecommendationCategory;
import dev.sundog.event.RecommendationStatus;
import dev.sundog.event.SavingPeriod;
import dev.sundog.event.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records as they stand on the topics. */
public final class Records {

    public static final Instant OCCURRED = Instant.parse("2026-11-21T20:00:00Z");

    private Records() {}

    public static Alert alert(String eventId, String organizationId) {
        return alert(eventId, organizationId, "disk-" + eventId, AlertStatus.FIRING);
    }

    public static Alert alert(String eventId, String organizationId, String dedupKey, AlertStatus status) {
        return Alert.newBuilder()
                .setEventId(eventId)
                .setSource("watchtower")
                .setOrganizationId(organizationId)
                .setDedupKey(dedupKey)
                .setStatus(status)
                .setSeverity(Severity.HIGH)
                .setTitle("Disk full on db-1")
                .setOccurredAt(OCCURRED)
                .setLabels(Map.of("host", "db-1"))
                .build();
    }

    public static Recommendation recommendation(String eventId, String organizationId) {
        return Recommendation.newBuilder()
                .setEventId(eventId)
                .setSource("advisor")
                .setOrganizationId(organizationId)
                .setDedupKey("rightsize-" + eventId)
                .setStatus(RecommendationStatus.OPEN)
                .setSeverity(Severity.LOW)
                .setTitle("Rightsize vm-7")
                .setCategory(RecommendationCategory.COST)
                .setOccurredAt(OCCURRED)
                .setEstimatedSaving(new EstimatedSaving(new BigDecimal("120.50"), "EUR", SavingPeriod.MONTHLY))
                .build();
    }

    public static Organization organization(String id, Long customerId) {
        return Organization.newBuilder()
                .setId(id)
                .setTenantId("acme-msp")
                .setVersion(1)
                .setConnectionId("acme-halo")
                .setCustomerId(customerId)
                .setSiteId(18L)
                .build();
    }

    public static Connection connection(boolean enabled) {
        return Connection.newBuilder()
                .setId("acme-halo")
                .setTenantId("acme-msp")
                .setVersion(1)
                .setEnabled(enabled)
                .setResourceServer("https://acme.example")
                .setAuthorizationServer("https://acme.example/auth")
                .setClientId("client")
                .setClientSecret("c2VjcmV0")
                .setPolicyId("acme-policy")
                .setDefaults(TicketTemplate.newBuilder()
                        .setTicketTypeId(21L)
                        .setTeam("1st Line Support")
                        .setPriorityBySeverity(Map.of("HIGH", 2L))
                        .build())
                .build();
    }

    public static Policy policy(long version, Rule... rules) {
        return Policy.newBuilder()
                .setId("acme-policy")
                .setTenantId("acme-msp")
                .setVersion(version)
                .setRules(List.of(rules))
                .build();
    }

    public static Rule rule(String name, String when, RuleAction action) {
        return Rule.newBuilder()
                .setId(name)
                .setName(name)
                .setWhen(when)
                .setAction(action)
                .build();
    }
}
