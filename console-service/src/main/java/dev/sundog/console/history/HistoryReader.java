package dev.sundog.console.history;

import dev.sundog.console.paging.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what became of events. */
public interface HistoryReader {

    /**
     * The whole way of an event.
     *
     * @param source where several sources used the id; the latest of them where empty
     */
    Optional<EventView> event(String eventId, Optional<String> source);

    /**
     * Events, the latest first.
     *
     * @param filter from organizationId, source, state, ticketKey, dedupKey to the one value wanted
     */
    Page<EventSummary> events(Map<String, String> filter, Page.Wanted wanted);

    /**
     * Tickets, the latest changed first.
     *
     * @param filter from organizationId, connectionId, state to the one value wanted
     */
    Page<TicketView> tickets(Map<String, String> filter, Page.Wanted wanted);

    /**
     * Lanes by connection, those that wait for something before those that do not.
     *
     * @param filter from tenantId, connectionId, state to the one value wanted
     */
    Page<LaneView> lanes(Map<String, String> filter, Page.Wanted wanted);

    /** How many events are in each state. */
    Map<String, Long> eventsByState();

    /** How many tickets are in each state. */
    Map<String, Long> ticketsByState();

    /**
     * How many events nobody can account for: accepted longer ago than it takes to settle and not decided, or routed longer ago
     * and their wish for a ticket is in no topic. All others have ended or are in flight.
     */
    long unaccounted(Duration settled);

    /** The fields that lists of events can be narrowed by. */
    List<String> EVENT_FILTERS = List.of("organizationId", "source", "state", "ticketKey", "dedupKey");

    /** The fields that lists of tickets can be narrowed by. */
    List<String> TICKET_FILTERS = List.of("organizationId", "connectionId", "state");

    /** The fields that lists of lanes can be narrowed by. */
    List<String> LANE_FILTERS = List.of("tenantId", "connectionId", "state");
}
