package dev.sundog.connector.lifecycle;

/** Which lasting ticket, and whose. Never changes. */
public record TicketIdentity(
        String ticketKey, String tenantId, String connectionId, String organizationId, String source) {}
