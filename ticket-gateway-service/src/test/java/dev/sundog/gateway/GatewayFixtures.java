package dev.sundog.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies as senders write them, parsed; each call makes a new one that a test may change. */
public final class GatewayFixtures {

    private GatewayFixtures() {}

    /** The least that an alert must say. */
    public static Map<String, Object> diskFull() {
        var alert = new LinkedHashMap<String, Object>();
        alert.put("source", "backup");
        alert.put("organizationId", "contoso");
        alert.put("dedupKey", "disk-/dev/sda1");
        alert.put("status", "FIRING");
        alert.put("severity", "HIGH");
        alert.put("title", "Disk is full");
        return alert;
    }

    /** A recommendation with everything. */
    public static Map<String, Object> rightsize() {
        var recommendation = new LinkedHashMap<String, Object>();
        recommendation.put("eventId", "rec-1");
        recommendation.put("source", "optimizer");
        recommendation.put("organizationId", "contoso");
        recommendation.put("dedupKey", "vm-7/rightsize");
        recommendation.put("status", "OPEN");
        recommendation.put("severity", "MEDIUM");
        recommendation.put("title", "Use a smaller machine");
        recommendation.put("description", "It idles.\nSince May.");
        recommendation.put("category", "COST");
        recommendation.put("occurredAt", "2026-11-21T12:00:00+02:00");
        recommendation.put("resources", List.of(resource()));
        recommendation.put("labels", new LinkedHashMap<>(Map.of("region", "westeurope", "note", "")));
        recommendation.put("links", List.of(Map.of("href", "https://example.com/vm-7", "text", "Portal")));
        recommendation.put("rationale", "Costs twice what it must.");
        recommendation.put("remediation", "Resize.");
        recommendation.put(
                "estimatedSaving",
                new LinkedHashMap<>(Map.of("amount", "120.5", "currency", "EUR", "period", "MONTHLY")));
        recommendation.put("requestedBy", new LinkedHashMap<>(Map.of("name", "Ada", "email", "ada@example.com")));
        return recommendation;
    }

    private static Map<String, Object> resource() {
        return new LinkedHashMap<>(
                Map.of("id", "vm-7", "type", "virtual-machine", "name", "web", "url", "https://example.com/vm-7"));
    }
}
