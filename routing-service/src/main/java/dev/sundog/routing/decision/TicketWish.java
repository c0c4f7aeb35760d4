package dev.sundog.routing.decision;

import dev.sundog.routing.ticket.Lifecycle.OnResolve;
import dev.sundog.routing.ticket.TicketFields;

/**
 * The wish that a ticket be in a certain state.
 *
 * @param resolved false: there should be an open ticket; true: the matter is over
 * @param noteHtml what a note about this event says
 */
public record TicketWish(
        String tenantId,
        String connectionId,
        String ticketKey,
        boolean resolved,
        TicketFields fields,
        String noteHtml,
        Life life) {

    /** Life of the ticket, complete: nothing is looked up later. */
    public record Life(OnResolve onResolve, long closedStatusId, int quietPeriodSeconds, int reopenWindowSeconds) {}
}
