package dev.sundog.console.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lasting ticket.
 *
 * @param state OPEN, RESOLVED or FAILED
 * @param occurrences how often the matter was reported in this episode
 */
public record TicketView(
        String ticketKey,
        @Nullable Long ticketId,
        @Nullable String ticketUrl,
        @Nullable String summary,
        String state,
        String connectionId,
        String organizationId,
        String tenantId,
        long occurrences,
        Instant updatedAt) {}
