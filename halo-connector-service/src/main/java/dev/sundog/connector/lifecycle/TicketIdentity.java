package dev.sundog.connector.lifecycle;

/** Which lasting ticket, and whose. Never changes. */
public record TicketIdentity(
        String ticketKey, String tenantId, String connectionId, String organizationId, String source) {

    /** The key of the ticket that the organization's storms share. No group key begins with a tilde and is all of a key. */
    static String stormKey(String connectionId, String organizationId) {
        return connectionId + "/" + organizationId + "/~storm";
    }

    /** True for a storm's ticket. */
    public boolean isStorm() {
        return ticketKey.equals(stormKey(connectionId, organizationId));
    }
}
