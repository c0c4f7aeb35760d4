package dev.sundog.connector.lifecycle;

/** A ticket that Halo has. */
public record TicketRef(long ticketId, String url) {}
