package dev.sundog.routing.decision;

import dev.sundog.routing.ticket.Lifecycle;
import dev.sundog.routing.ticket.TicketFields;

/**
 * The wish that a ticket be in a certain state.
 *
 * @param resolved false: there should be an open ticket; true: the matter is over
 * @param noteHtml what a note about this event says
 * @param life of the ticket, complete: nothing is looked up later
 */
public record TicketWish(
        String tenantId,
        String connectionId,
        String ticketKey,
        boolean resolved,
        TicketFields fields,
        String noteHtml,
        Lifecycle life) {

    /** The same, but no ticket is made only to be closed. */
    public TicketWish makingNoneToClose() {
        return new TicketWish(tenantId, connectionId, ticketKey, resolved, fields, noteHtml, life.skippingUnsent());
    }
}
