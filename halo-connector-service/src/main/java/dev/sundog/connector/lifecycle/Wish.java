package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.TicketFields;
import java.time.Instant;

/**
 * What one event wishes of its ticket.
 *
 * @param dedupKey the matter, one of those that share the ticket
 * @param critical true: may go before others in the lane
 * @param noteHtml what a note about this event says
 */
public record Wish(
        String eventId,
        String dedupKey,
        Goal goal,
        boolean critical,
        Instant acceptedAt,
        TicketFields fields,
        String noteHtml,
        LifeRules rules) {}
