package dev.sundog.gateway.intake;

import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.EstimatedSaving;
import dev.sundog.event.Link;
import dev.sundog.event.Recommendation;
import dev.sundog.event.RecommendationCategory;
import dev.sundog.event.RecommendationStatus;
import dev.sundog.event.Requester;
import dev.sundog.event.Resource;
import dev.sundog.event.SavingPeriod;
import dev.sundog.event.Severity;
import dev.sundog.gateway.format.Event;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events as the published schemas have them. */
final class AvroEvents {

    private AvroEvents() {}

    /** The record of an event. */
    static SpecificRecord record(Event event) {
        return switch (event) {
            case Event.Alert alert -> alert(alert);
            case Event.Recommendation recommendation -> recommendation(recommendation);
        };
    }

    private static Alert alert(Event.Alert alert) {
        var head = alert.head();
        return Alert.newBuilder()
                .setEventId(head.eventId())
                .setSource(head.source())
                .setOrganizationId(head.organizationId())
                .setDedupKey(head.dedupKey())
                .setStatus(AlertStatus.valueOf(alert.status().name()))
                .setSeverity(Severity.valueOf(head.severity().name()))
                .setTitle(head.title())
                .setDescription(head.description())
                .setCategory(alert.category())
                .setOccurredAt(head.occurredAt())
                .setResources(resources(head))
                .setLabels(head.labels())
                .setLinks(links(head))
                .build();
    }

    private static Recommendation recommendation(Event.Recommendation recommendation) {
        var head = recommendation.head();
        return Recommendation.newBuilder()
                .setEventId(head.eventId())
                .setSource(head.source())
                .setOrganizationId(head.organizationId())
                .setDedupKey(head.dedupKey())
                .setStatus(RecommendationStatus.valueOf(recommendation.status().name()))
                .setSeverity(Severity.valueOf(head.severity().name()))
                .setTitle(head.title())
                .setDescription(head.description())
                .setCategory(
                        RecommendationCategory.valueOf(recommendation.category().name()))
                .setOccurredAt(head.occurredAt())
                .setResources(resources(head))
                .setLabels(head.labels())
                .setLinks(links(head))
                .setRationale(recommendation.rationale())
                .setRemediation(recommendation.remediation())
                .setEstimatedSaving(saving(recommendation.estimatedSaving()))
                .setRequestedBy(requester(recommendation.requestedBy()))
                .build();
    }

    private static List<Resource> resources(Event.Head head) {
        return head.resources().stream()
                .map(resource -> new Resource(resource.id(), resource.type(), resource.name(), resource.url()))
                .toList();
    }

    private static List<Link> links(Event.Head head) {
        return head.links().stream()
                .map(link -> new Link(link.href(), link.text()))
                .toList();
    }

    private static @Nullable EstimatedSaving saving(Event.@Nullable EstimatedSaving saving) {
        return saving == null
                ? null
                : new EstimatedSaving(
                        saving.amount(),
                        saving.currency(),
                        SavingPeriod.valueOf(saving.period().name()));
    }

    private static @Nullable Requester requester(Event.@Nullable Requester requester) {
        return requester == null ? null : new Requester(requester.name(), requester.email());
    }
}
