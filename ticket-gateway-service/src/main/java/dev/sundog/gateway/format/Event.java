package dev.sundog.gateway.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid event as a source sends it, whatever format it spoke. Names and meanings are those of the published schema. */
public sealed interface Event {

    /** What alerts and recommendations have in common. */
    Head head();

    /** What sort of event this is. */
    default EventKind kind() {
        return switch (this) {
            case Alert _ -> EventKind.ALERT;
            case Recommendation _ -> EventKind.RECOMMENDATION;
        };
    }

    /** Something lasting began, goes on or is over. */
    record Alert(Head head, AlertStatus status, @Nullable String category) implements Event {}

    /** Something is advised. */
    record Recommendation(
            Head head,
            RecommendationStatus status,
            RecommendationCategory category,
            @Nullable String rationale,
            @Nullable String remediation,
            @Nullable EstimatedSaving estimatedSaving,
            @Nullable Requester requestedBy)
            implements Event {}

    /** What alerts and recommendations have in common. */
    record Head(
            String eventId,
            String source,
            String organizationId,
            String dedupKey,
            Severity severity,
            String title,
            @Nullable String description,
            Instant occurredAt,
            List<Resource> resources,
            Map<String, String> labels,
            List<Link> links) {

        public Head {
            resources = List.copyOf(resources);
            labels = Map.copyOf(labels);
            links = List.copyOf(links);
        }
    }

    /** A thing the event is about. */
    record Resource(
            String id,
            @Nullable String type,
            @Nullable String name,
            @Nullable String url) {}

    /** A place to read on. */
    record Link(String href, @Nullable String text) {}

    /** Money that following a recommendation would save; the amount has two decimals. */
    record EstimatedSaving(BigDecimal amount, String currency, SavingPeriod period) {}

    /** The person who asked for the ticket. */
    record Requester(String name, @Nullable String email) {}

    /** How bad it is. */
    enum Severity {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        INFO
    }

    /** Whether the matter lasts. */
    enum AlertStatus {
        FIRING,
        RESOLVED
    }

    /** What became of the recommendation at the source. */
    enum RecommendationStatus {
        OPEN,
        COMPLETED,
        DISMISSED
    }

    /** What the recommendation improves. */
    enum RecommendationCategory {
        COST,
        SECURITY,
        RELIABILITY,
        PERFORMANCE,
        OPERATIONS,
        OTHER
    }

    /** How often the saving comes. */
    enum SavingPeriod {
        ONE_TIME,
        MONTHLY,
        YEARLY
    }
}
