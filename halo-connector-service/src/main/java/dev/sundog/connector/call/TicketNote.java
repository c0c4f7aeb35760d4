package dev.sundog.connector.call;

/**
 * One note of several that go in one exchange.
 *
 * @param ticketKey the ticket's lasting name; Halo does not see it
 */
public record TicketNote(String ticketKey, long ticketId, String noteHtml) {}
