package dev.sundog.gateway.status;

import dev.sundog.event.FailureReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was said about events on one of the topics. Facts may come more than once, and those of different topics in any order. */
sealed interface StatusFact {

    /** Something said about one event. */
    sealed interface OfEvent extends StatusFact {

        EventName event();

        /** Whose the event is; absent where this fact does not know. */
        @Nullable
        String tenantId();
    }

    /** Which event. Its id alone is unique at its source only. */
    record EventName(String eventId, String source, String organizationId) {}

    /** The broker has the event. */
    record Accepted(EventName event, @Nullable String tenantId, Instant at) implements OfEvent {}

    /**
     * Routing decided.
     *
     * @param state ROUTED, PARKED, SUPPRESSED or REFUSED
     * @param ticketKey the ticket it goes to; absent unless it was routed
     */
    record Decided(
            EventName event,
            @Nullable String tenantId,
            EventState state,
            @Nullable FailureReason reason,
            @Nullable String detail,
            @Nullable String ticketKey,
            Instant at)
            implements OfEvent {}

    /**
     * The delivery of a ticket came to something.
     *
     * @param causedBy ids of the events that caused it, the latest of them
     */
    record Delivered(String ticketKey, List<String> causedBy, Delivery delivery, Instant at) implements StatusFact {

        public Delivered {
            causedBy = List.copyOf(causedBy);
        }
    }

    /** What a delivery came to. */
    sealed interface Delivery {

        /** Halo has the ticket. */
        record Ticketed(long ticketId, @Nullable String ticketUrl) implements Delivery {}

        /** It could not be done. */
        record Failed(FailureReason reason, String detail) implements Delivery {}

        /** The matter ended before Halo heard of it. */
        record Ended() implements Delivery {}
    }
}
