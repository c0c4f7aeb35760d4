package dev.sundog.routing.event;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a source sent: an alert or a recommendation.
 *
 * @param status the source's word for it, for example {@code FIRING} or {@code DISMISSED}
 * @param over true when the event ends its matter
 * @param senderTenantId the tenant that the sender belongs to, where the gateway knew it
 * @param acceptedAt when the broker had it
 */
public record Event(
        Kind kind,
        String eventId,
        String source,
        String organizationId,
        String dedupKey,
        String status,
        boolean over,
        Severity severity,
        String title,
        @Nullable String description,
        @Nullable String category,
        Instant occurredAt,
        List<Resource> resources,
        Map<String, String> labels,
        List<Link> links,
        Advice advice,
        @Nullable String senderTenantId,
        Instant acceptedAt) {

    public Event {
        resources = List.copyOf(resources);
        labels = sorted(labels);
        links = List.copyOf(links);
    }

    /** The names that nothing can be done without and that are blank here; empty for a sound event. */
    public List<String> blankNames() {
        return Stream.of(
                        named("eventId", eventId),
                        named("source", source),
                        named("organizationId", organizationId),
                        named("dedupKey", dedupKey))
                .flatMap(List::stream)
                .toList();
    }

    /** In the order of the names, which must not depend on the process: expressions and templates walk over them. */
    private static Map<String, String> sorted(Map<String, String> labels) {
        return labels.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** The same event at another organization. */
    public Event at(String otherOrganizationId) {
        return new Event(
                kind,
                eventId,
                source,
                otherOrganizationId,
                dedupKey,
                status,
                over,
                severity,
                title,
                description,
                category,
                occurredAt,
                resources,
                labels,
                links,
                advice,
                senderTenantId,
                acceptedAt);
    }

    private static List<String> named(String name, String value) {
        return value.isBlank() ? List.of(name) : List.of();
    }
}
