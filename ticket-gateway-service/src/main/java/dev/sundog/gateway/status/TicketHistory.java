package dev.sundog.gateway.status;

import dev.sundog.gateway.status.StatusFact.Delivered;
import dev.sundog.gateway.status.StatusFact.Delivery.Ended;
import dev.sundog.gateway.status.StatusFact.Delivery.Failed;
import dev.sundog.gateway.status.StatusFact.Delivery.Ticketed;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of one ticket key: the latest delivery of each sort. A fold over facts. */
record TicketHistory(
        @Nullable Delivered ticketed,
        @Nullable Delivered failed,
        @Nullable Delivered ended) {

    /** Nothing is known. */
    static final TicketHistory EMPTY = new TicketHistory(null, null, null);

    /** Goes on with a further fact. */
    TicketHistory with(Delivered fact) {
        return switch (fact.delivery()) {
            case Ticketed _ -> new TicketHistory(later(ticketed, fact), failed, ended);
            case Failed _ -> new TicketHistory(ticketed, later(failed, fact), ended);
            case Ended _ -> new TicketHistory(ticketed, failed, later(ended, fact));
        };
    }

    /**
     * What came of an event with this ticket key. A ticket outweighs a failure: what Halo has is done, whatever happened to the
     * ticket otherwise.
     */
    Optional<Delivered> outcomeOf(String eventId, Instant decidedAt) {
        return applicable(ticketed, eventId, decidedAt)
                .or(() -> Stream.of(applicable(failed, eventId, decidedAt), applicable(ended, eventId, decidedAt))
                        .flatMap(Optional::stream)
                        .reduce(TicketHistory::later));
    }

    // A delivery after the decision took the newest wish with it, this event's included, even if it does not name it.
    private static Optional<Delivered> applicable(@Nullable Delivered fact, String eventId, Instant decidedAt) {
        return Optional.ofNullable(fact)
                .filter(known ->
                        known.causedBy().contains(eventId) || !known.at().isBefore(decidedAt));
    }

    private static Delivered later(@Nullable Delivered known, Delivered fact) {
        return known != null && known.at().isAfter(fact.at()) ? known : fact;
    }
}
