package dev.sundog.routing.expression;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The names of all facts that expressions can read, with their types, in the order of the names. */
public final class FactNames {

    static final String LOOKUPS = "lookups.";

    /** What sort of value a fact is. */
    enum Sort {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH,
        TEXTS_BY_NAME,
        ROWS
    }

    /** The facts that are always there. */
    static final Map<String, Sort> ALWAYS = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("event.kind", Sort.TEXT),
            Map.entry("event.id", Sort.TEXT),
            Map.entry("event.source", Sort.TEXT),
            Map.entry("event.organizationId", Sort.TEXT),
            Map.entry("event.dedupKey", Sort.TEXT),
            Map.entry("event.status", Sort.TEXT),
            Map.entry("event.over", Sort.TRUTH),
            Map.entry("event.severity", Sort.TEXT),
            Map.entry("event.title", Sort.TEXT),
            Map.entry("event.description", Sort.TEXT),
            Map.entry("event.category", Sort.TEXT),
            Map.entry("event.occurredAt", Sort.TEXT),
            Map.entry("event.acceptedAt", Sort.TEXT),
            Map.entry("event.labels", Sort.TEXTS_BY_NAME),
            Map.entry("event.resources", Sort.ROWS),
            Map.entry("event.links", Sort.ROWS),
            Map.entry("event.rationale", Sort.TEXT),
            Map.entry("event.remediation", Sort.TEXT),
            Map.entry("event.estimatedSaving", Sort.DECIMAL),
            Map.entry("event.requestedBy", Sort.TEXT),
            Map.entry("event.requesterEmail", Sort.TEXT),
            Map.entry("organization.id", Sort.TEXT),
            Map.entry("organization.name", Sort.TEXT),
            Map.entry("organization.tenantId", Sort.TEXT),
            Map.entry("organization.parentId", Sort.TEXT),
            Map.entry("parents", Sort.ROWS),
            Map.entry("time.hour", Sort.WHOLE),
            Map.entry("time.minute", Sort.WHOLE),
            Map.entry("time.dayOfWeek", Sort.TEXT),
            Map.entry("time.date", Sort.TEXT),
            Map.entry("time.businessHours", Sort.TRUTH))));

    private FactNames() {}
}
