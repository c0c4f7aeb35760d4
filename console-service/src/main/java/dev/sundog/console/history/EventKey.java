package dev.sundog.console.history;

/**
 * Names one event. Its id alone does not: it is unique at its source, and a source is only as trustworthy as its tenant.
 */
record EventKey(String eventId, String source, String organizationId) implements Comparable<EventKey> {

    @Override
    public int compareTo(EventKey other) {
        int order = eventId.compareTo(other.eventId);
        order = order == 0 ? source.compareTo(other.source) : order;
        return order == 0 ? organizationId.compareTo(other.organizationId) : order;
    }
}
