package dev.sundog.gateway.status;

import dev.sundog.event.FailureReason;
import dev.sundog.gateway.status.StatusFact.Delivered;
import dev.sundog.gateway.status.StatusFact.Delivery.Ended;
import dev.sundog.gateway.status.StatusFact.Delivery.Failed;
import dev.sundog.gateway.status.StatusFact.Delivery.Ticketed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sender is told of an event. Absent members are left out. */
record EventAnswer(
        String eventId,
        EventState state,
        String organizationId,
        @Nullable FailureReason reason,
        @Nullable String detail,
        @Nullable String ticketKey,
        @Nullable Ticket ticket,
        Instant updatedAt) {

    /** A ticket in Halo. */
    record Ticket(long ticketId, @Nullable String ticketUrl) {}

    /**
     * Puts together what is known.
     *
     * @param history of the event's ticket key; empty where it has none
     */
    static EventAnswer of(EventStatus status, TicketHistory history) {
        var name = status.event();
        var decided = status.decided();
        if (decided == null) {
            return new EventAnswer(
                    name.eventId(), EventState.ACCEPTED, name.organizationId(), null, null, null, null, status.at());
        }
        var undelivered = new EventAnswer(
                name.eventId(),
                decided.state(),
                name.organizationId(),
                decided.reason(),
                decided.detail(),
                decided.ticketKey(),
                null,
                decided.at());
        return decided.state() == EventState.ROUTED
                ? history.outcomeOf(name.eventId(), decided.at())
                        .map(undelivered::delivered)
                        .orElse(undelivered)
                : undelivered;
    }

    private EventAnswer delivered(Delivered fact) {
        return switch (fact.delivery()) {
            case Ticketed(var id, var url) -> with(EventState.TICKETED, null, null, new Ticket(id, url), fact.at());
            case Failed(var why, var words) -> with(EventState.FAILED, why, words, null, fact.at());
            case Ended() ->
                with(EventState.SUPPRESSED, null, "It was over before a ticket was needed.", null, fact.at());
        };
    }

    private EventAnswer with(
            EventState newState,
            @Nullable FailureReason why,
            @Nullable String words,
            @Nullable Ticket made,
            Instant at) {
        return new EventAnswer(eventId, newState, organizationId, why, words, ticketKey, made, at);
    }
}
