package dev.sundog.console.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that an event topic says, as the history keeps it. Texts and moments are such as a database can hold. */
sealed interface HistoryEntry {

    /** Kinds of events: {@code ALERT} or {@code RECOMMENDATION}. */
    record Accepted(
            EventKey event,
            String kind,
            @Nullable String tenantId,
            String title,
            String dedupKey,
            Instant occurredAt,
            Instant acceptedAt)
            implements HistoryEntry {}

    /** What routing made of an event. The decision tells the event as well, should it come first. */
    record Decided(
            Accepted accepted,
            String outcome,
            @Nullable String reason,
            @Nullable String detail,
            Instant decidedAt,
            boolean released,
            @Nullable Rule rule,
            @Nullable Silence silence,
            @Nullable String decidedBy,
            @Nullable Long customerId,
            @Nullable String connectionId,
            @Nullable String ticketKey)
            implements HistoryEntry {}

    /** The policy that was asked and its rule that matched, if one did. */
    record Rule(
            String policyId,
            @Nullable Long policyVersion,
            @Nullable String ruleId,
            @Nullable String ruleName) {}

    /** The silence that holds an event. */
    record Silence(String silenceId, @Nullable Long silenceVersion) {}

    /** The wish for a ticket reached delivery. */
    record Requested(EventKey event, String ticketKey, String tenantId, Instant decidedAt) implements HistoryEntry {}

    /** A call may be sent to Halo. */
    record CallIssued(Call call, int attempt, Instant issuedAt) implements HistoryEntry {}

    /** A call ended. */
    record CallEnded(
            Call call,
            String result,
            @Nullable Integer httpStatus,
            @Nullable String detail,
            Instant endedAt,
            @Nullable Long ticketId)
            implements HistoryEntry {}

    /** What a call and its outcome both say. */
    record Call(String callId, String ticketKey, String tenantId, String connectionId, String operation) {}

    /**
     * What became of a ticket.
     *
     * @param rank orders what happened in one and the same moment
     * @param state the ticket's after it
     * @param occurrences how often the matter was reported, where it says so
     * @param detail all that it says of itself, as JSON
     */
    record TicketTold(
            String eventId,
            String type,
            int rank,
            Instant occurredAt,
            Ticket ticket,
            List<String> causedBy,
            String state,
            @Nullable Long occurrences,
            String detail)
            implements HistoryEntry {

        public TicketTold {
            causedBy = List.copyOf(causedBy);
        }
    }

    /** How a lane stands. */
    record LaneTold(LaneView lane) implements HistoryEntry {}

    /** The ticket as one ticket event knows it. */
    record Ticket(
            String ticketKey,
            String tenantId,
            String connectionId,
            String organizationId,
            String source,
            @Nullable Long ticketId,
            @Nullable String ticketUrl,
            @Nullable String summary) {}
}
