package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.decision.Trail;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.stream.KafkaParkedStore.Row;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the order within a matter: what is parked for itself alone ends when something later of its matter is routed. A matter that
 * is over has nothing left to open, and one that was told of since needs no older word.
 */
final class KafkaMatters {

    private final KafkaParkedStore store;
    private final KafkaParkedRows rows;
    private final KafkaJudge judge;
    private final KafkaEndedSilences ended;

    KafkaMatters(KafkaParkedStore store, KafkaParkedRows rows, KafkaJudge judge, KafkaEndedSilences ended) {
        this.store = store;
        this.rows = rows;
        this.judge = judge;
        this.ended = ended;
    }

    /** The decision, and where the event ends a matter that waits: that no ticket is made for it only to be closed. */
    Routed quiet(Event event, Routed routed, long before) {
        boolean waits = event.over()
                && rowsOf(event).stream()
                        .filter(row -> row.place().sequence() < before)
                        .anyMatch(row -> rows.read(row)
                                .filter(waiting -> same(waiting.event(), event))
                                .isPresent());
        return waits ? new Routed(routed.trail(), routed.wish().makingNoneToClose()) : routed;
    }

    /**
     * Ends the wait of what is parked of the same matter, because an event of it is routed.
     *
     * @param trail of that event
     * @param before only what stands before this place in the queue
     */
    void routed(Event event, Trail trail, long before) {
        for (var row : rowsOf(event)) {
            if (row.place().sequence() < before) {
                rows.read(row).filter(waiting -> same(waiting.event(), event)).ifPresent(waiting -> {
                    var own = judge.decide(waiting.event());
                    if (Objects.equals(own.trail().tenantId(), trail.tenantId())) {
                        rows.leave(row, waiting.event(), new Suppressed(own.trail(), why(event)), null);
                        remember(event, own);
                    }
                });
            }
        }
    }

    private void remember(Event event, Decision held) {
        var silence = held.trail().silence();
        if (event.over() && silence != null && silence.untilResolved()) {
            ended.ended(event, silence.tenantId(), silence.id());
        }
    }

    private List<Row> rowsOf(Event event) {
        return store.waiting(event.organizationId(), KafkaParkedRows.matter(event));
    }

    private static boolean same(Event one, Event other) {
        return one.source().equals(other.source()) && one.dedupKey().equals(other.dedupKey());
    }

    private static String why(Event event) {
        return event.over()
                ? "its matter ended while it was parked"
                : "event " + event.eventId() + " of its matter came later and was routed";
    }
}
