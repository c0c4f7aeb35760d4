package dev.sundog.console.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of one event.
 *
 * @param state as the gateway says it: ACCEPTED, ROUTED, PARKED, SUPPRESSED, REFUSED, TICKETED, FAILED
 * @param decisions in their order; the last counts
 * @param calls to Halo about its ticket since it was accepted, the first 100
 * @param ticketEvents about its ticket that came of it, the first 100
 */
public record EventView(
        String eventId,
        String kind,
        String source,
        String organizationId,
        @Nullable String tenantId,
        String title,
        String dedupKey,
        Instant occurredAt,
        Instant acceptedAt,
        String state,
        @Nullable String reason,
        @Nullable String detail,
        List<Decision> decisions,
        List<Call> calls,
        @Nullable TicketView ticket,
        List<TicketNews> ticketEvents) {

    public EventView {
        decisions = List.copyOf(decisions);
        calls = List.copyOf(calls);
        ticketEvents = List.copyOf(ticketEvents);
    }

    /** What routing made of it, once. */
    public record Decision(
            String outcome,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String policyId,
            @Nullable Long policyVersion,
            @Nullable String ruleId,
            @Nullable String ruleName,
            @Nullable Long customerId,
            @Nullable String connectionId,
            @Nullable String ticketKey,
            @Nullable String silenceId,
            @Nullable String decidedBy,
            Instant decidedAt,
            boolean released) {}

    /** One call to Halo; without a result while nobody knows it. */
    public record Call(
            String callId,
            String operation,
            @Nullable Integer attempt,
            @Nullable Instant issuedAt,
            @Nullable String result,
            @Nullable Integer httpStatus,
            @Nullable String detail,
            @Nullable Instant endedAt,
            @Nullable Long ticketId) {}

    /** One ticket event. */
    public record TicketNews(
            String eventId, String type, Instant occurredAt, List<String> causedBy, Map<String, Object> detail) {

        public TicketNews {
            causedBy = List.copyOf(causedBy);
        }
    }
}
