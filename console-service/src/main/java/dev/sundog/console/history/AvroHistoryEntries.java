package dev.sundog.console.history;

import dev.sundog.console.history.HistoryEntry.Accepted;
import dev.sundog.console.history.HistoryEntry.Call;
import dev.sundog.console.history.HistoryEntry.CallEnded;
import dev.sundog.console.history.HistoryEntry.CallIssued;
import dev.sundog.console.history.HistoryEntry.Decided;
import dev.sundog.console.history.HistoryEntry.Requested;
import dev.sundog.console.history.HistoryEntry.Rule;
import dev.sundog.console.history.HistoryEntry.Silence;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.LaneStatus;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Alert;
import dev.sundog.event.Recommendation;
import dev.sundog.event.TicketEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from records what the history keeps of them. */
final class AvroHistoryEntries {

    private AvroHistoryEntries() {}

    /**
     * The entry of a record.
     *
     * @param tenantId the sender's tenant, where a header of the record names it
     * @param timestamp the record's own
     * @return empty for a record of a sort that the history does not keep
     */
    static Optional<HistoryEntry> of(Object value, @Nullable String tenantId, Instant timestamp) {
        return Optional.ofNullable(
                switch (value) {
                    case Alert alert -> accepted(alert, tenantId, timestamp);
                    case Recommendation recommendation -> accepted(recommendation, tenantId, timestamp);
                    case RoutingDecision decision -> decided(decision);
                    case TicketRequest request -> requested(request);
                    case HaloCall call -> issued(call);
                    case HaloOutcome outcome -> ended(outcome);
                    case TicketEvent event -> AvroTicketEvents.told(event);
                    case LaneStatus lane -> AvroLanes.told(lane);
                    default -> null;
                });
    }

    private static Accepted accepted(Alert alert, @Nullable String tenantId, Instant timestamp) {
        return new Accepted(
                event(alert.getEventId(), alert.getSource(), alert.getOrganizationId()),
                "ALERT",
                key(tenantId),
                Holdable.text(alert.getTitle()),
                Holdable.key(alert.getDedupKey()),
                Holdable.moment(alert.getOccurredAt()),
                Holdable.moment(timestamp));
    }

    private static Accepted accepted(Recommendation advice, @Nullable String tenantId, Instant timestamp) {
        return new Accepted(
                event(advice.getEventId(), advice.getSource(), advice.getOrganizationId()),
                "RECOMMENDATION",
                key(tenantId),
                Holdable.text(advice.getTitle()),
                Holdable.key(advice.getDedupKey()),
                Holdable.moment(advice.getOccurredAt()),
                Holdable.moment(timestamp));
    }

    private static Decided decided(RoutingDecision decision) {
        var accepted = new Accepted(
                event(decision.getEventId(), decision.getSource(), decision.getOrganizationId()),
                decision.getEventKind().name(),
                key(decision.getTenantId()),
                Holdable.text(decision.getTitle()),
                Holdable.key(decision.getDedupKey()),
                Holdable.moment(decision.getOccurredAt()),
                Holdable.moment(decision.getAcceptedAt()));
        var reason = decision.getReason();
        return new Decided(
                accepted,
                decision.getOutcome().name(),
                reason == null ? null : reason.name(),
                text(decision.getDetail()),
                Holdable.moment(decision.getDecidedAt()),
                decision.getReleased(),
                rule(decision),
                silence(decision),
                key(decision.getDecidedBy()),
                decision.getCustomerId(),
                key(decision.getConnectionId()),
                key(decision.getTicketKey()));
    }

    private static @Nullable Rule rule(RoutingDecision decision) {
        var policy = decision.getPolicyId();
        return policy == null
                ? null
                : new Rule(
                        Holdable.text(policy),
                        decision.getPolicyVersion(),
                        text(decision.getRuleId()),
                        text(decision.getRuleName()));
    }

    private static @Nullable Silence silence(RoutingDecision decision) {
        var silence = decision.getSilenceId();
        return silence == null ? null : new Silence(Holdable.key(silence), decision.getSilenceVersion());
    }

    private static Requested requested(TicketRequest request) {
        return new Requested(
                event(request.getEventId(), request.getSource(), request.getOrganizationId()),
                Holdable.key(request.getTicketKey()),
                Holdable.key(request.getTenantId()),
                Holdable.moment(request.getDecidedAt()));
    }

    private static CallIssued issued(HaloCall call) {
        return new CallIssued(
                new Call(
                        Holdable.key(call.getCallId()),
                        Holdable.key(call.getTicketKey()),
                        Holdable.key(call.getTenantId()),
                        Holdable.key(call.getConnectionId()),
                        call.getOperation().name()),
                call.getAttempt(),
                Holdable.moment(call.getIssuedAt()));
    }

    private static CallEnded ended(HaloOutcome outcome) {
        var tickets = outcome.getTickets();
        return new CallEnded(
                new Call(
                        Holdable.key(outcome.getCallId()),
                        Holdable.key(outcome.getTicketKey()),
                        Holdable.key(outcome.getTenantId()),
                        Holdable.key(outcome.getConnectionId()),
                        outcome.getOperation().name()),
                outcome.getResult().name(),
                outcome.getHttpStatus(),
                text(outcome.getDetail()),
                Holdable.moment(outcome.getEndedAt()),
                tickets.isEmpty() ? null : tickets.getFirst().getTicketId());
    }

    private static EventKey event(String eventId, String source, String organizationId) {
        return new EventKey(Holdable.key(eventId), Holdable.key(source), Holdable.key(organizationId));
    }

    private static @Nullable String key(@Nullable String text) {
        return text == null ? null : Holdable.key(text);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : Holdable.text(text);
    }
}
