package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.lane.Severity;
import java.time.Instant;

/**
 * What one event wishes of its ticket.
 *
 * @param dedupKey the matter, one of those that share the ticket
 * @param noteHtml what a note about this event says
 */
public record Wish(
        String eventId,
        String dedupKey,
        Goal goal,
        Severity severity,
        Instant acceptedAt,
        TicketFields fields,
        String noteHtml,
        LifeRules rules) {

    /** True if it may go before others in its lane. */
    boolean critical() {
        return severity == Severity.CRITICAL;
    }
}
