package dev.sundog.connector.call;

import org.jspecify.annotations.Nullable;

/**
 * A ticket as Halo shows it.
 *
 * @param url where people open it
 */
public record FoundTicket(
        long ticketId,
        String url,
        @Nullable Long statusId,
        @Nullable String statusName,
        boolean closed,
        @Nullable String reference) {}
