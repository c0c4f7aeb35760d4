package dev.sundog.console.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line in a list of events. */
public record EventSummary(
        String eventId,
        String kind,
        String source,
        String organizationId,
        @Nullable String tenantId,
        String title,
        String dedupKey,
        Instant occurredAt,
        Instant acceptedAt,
        String state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String ticketKey,
        @Nullable Long ticketId,
        @Nullable String ticketUrl) {}
