package dev.sundog.gateway.status;

import dev.sundog.delivery.RoutingDecision;
import dev.sundog.event.Alert;
import dev.sundog.event.Recommendation;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketFailed;
import dev.sundog.event.TicketReopened;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketUpdated;
import dev.sundog.gateway.status.StatusFact.Accepted;
import dev.sundog.gateway.status.StatusFact.Decided;
import dev.sundog.gateway.status.StatusFact.Delivered;
import dev.sundog.gateway.status.StatusFact.Delivery;
import dev.sundog.gateway.status.StatusFact.EventName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What records on the topics say about events. */
final class AvroStatusFacts {

    private static final int DETAIL = 500;

    private AvroStatusFacts() {}

    /**
     * The fact in a record; empty if it says nothing that a sender is told.
     *
     * @param tenantId what the record's header says, for events
     * @param at when the broker had the record
     */
    static Optional<StatusFact> fact(@Nullable Object value, @Nullable String tenantId, Instant at) {
        return switch (value) {
            case Alert alert ->
                Optional.of(new Accepted(
                        new EventName(alert.getEventId(), alert.getSource(), alert.getOrganizationId()), tenantId, at));
            case Recommendation recommendation ->
                Optional.of(new Accepted(
                        new EventName(
                                recommendation.getEventId(),
                                recommendation.getSource(),
                                recommendation.getOrganizationId()),
                        tenantId,
                        at));
            case RoutingDecision decision -> Optional.of(decided(decision));
            case TicketEvent event ->
                delivery(event.getDetail())
                        .map(delivery -> new Delivered(
                                event.getTicketKey(), event.getCausedBy(), delivery, event.getOccurredAt()));
            case null, default -> Optional.empty();
        };
    }

    private static Decided decided(RoutingDecision decision) {
        return new Decided(
                new EventName(decision.getEventId(), decision.getSource(), decision.getOrganizationId()),
                decision.getTenantId(),
                EventState.valueOf(decision.getOutcome().name()),
                decision.getReason(),
                decision.getDetail() == null ? null : cut(decision.getDetail()),
                decision.getTicketKey(),
                decision.getDecidedAt());
    }

    // A changed status in Halo says nothing about the events.
    private static Optional<Delivery> delivery(Object detail) {
        return switch (detail) {
            case TicketCreated created ->
                Optional.of(new Delivery.Ticketed(created.getTicketId(), created.getTicketUrl()));
            case TicketUpdated updated ->
                Optional.of(new Delivery.Ticketed(updated.getTicketId(), updated.getTicketUrl()));
            case TicketReopened reopened ->
                Optional.of(new Delivery.Ticketed(reopened.getTicketId(), reopened.getTicketUrl()));
            case TicketResolved resolved ->
                Optional.of(
                        resolved.getTicketId() == null
                                ? new Delivery.Ended()
                                : new Delivery.Ticketed(resolved.getTicketId(), resolved.getTicketUrl()));
            case TicketFailed failed -> Optional.of(new Delivery.Failed(failed.getReason(), cut(failed.getDetail())));
            default -> Optional.empty();
        };
    }

    private static String cut(String text) {
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL - 1) + "…";
    }
}
