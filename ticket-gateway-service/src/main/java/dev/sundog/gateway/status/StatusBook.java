package dev.sundog.gateway.status;

import dev.sundog.gateway.source.Sender;
import dev.sundog.gateway.status.StatusFact.Delivered;
import dev.sundog.gateway.status.StatusFact.OfEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what became of events, as long as the maps it is given do. Safe from any thread.
 *
 * <p>Tenants never mix: a sender sees an event only if the event is known to be its tenant's and its key allows the
 * organization.
 */
final class StatusBook {

    /** Different events with one id, of different sources, that are told apart; one more pushes out the oldest. */
    private static final int NAMESAKES = 8;

    private final ConcurrentMap<String, List<EventStatus>> events;
    private final ConcurrentMap<String, TicketHistory> tickets;

    /**
     * Keeps its memory in two maps, which may forget at any time.
     *
     * @param events by event id
     * @param tickets by ticket key
     */
    StatusBook(ConcurrentMap<String, List<EventStatus>> events, ConcurrentMap<String, TicketHistory> tickets) {
        this.events = events;
        this.tickets = tickets;
    }

    /** Takes in a fact. */
    void learn(StatusFact fact) {
        switch (fact) {
            case OfEvent ofEvent -> events.compute(ofEvent.event().eventId(), (_, known) -> learned(known, ofEvent));
            case Delivered delivered ->
                tickets.compute(
                        delivered.ticketKey(),
                        (_, known) -> (known == null ? TicketHistory.EMPTY : known).with(delivered));
        }
    }

    /** What became of an event, if the sender may know. Of several with the id, the latest. */
    Optional<EventAnswer> find(Sender sender, String eventId) {
        return events.getOrDefault(eventId, List.of()).stream()
                .filter(status -> status.belongsTo(sender.tenantId())
                        && sender.mayActFor(status.event().organizationId()))
                .map(this::answer)
                .max(Comparator.comparing(EventAnswer::updatedAt));
    }

    private EventAnswer answer(EventStatus status) {
        var decided = status.decided();
        var key = decided == null ? null : decided.ticketKey();
        var history = key == null ? TicketHistory.EMPTY : tickets.getOrDefault(key, TicketHistory.EMPTY);
        return EventAnswer.of(status, history);
    }

    private static List<EventStatus> learned(@Nullable List<EventStatus> known, OfEvent fact) {
        if (known == null) {
            return List.of(EventStatus.of(fact));
        }
        var learned = new ArrayList<EventStatus>(known);
        for (int i = 0; i < learned.size(); i++) {
            if (learned.get(i).concerns(fact)) {
                learned.set(i, learned.get(i).with(fact));
                return List.copyOf(learned);
            }
        }
        learned.add(EventStatus.of(fact));
        return List.copyOf(learned.subList(Math.max(0, learned.size() - NAMESAKES), learned.size()));
    }
}
