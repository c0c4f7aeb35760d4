package dev.sundog.console.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits.
 *
 * @param tenantId whose it is; absent where nobody knows
 * @param reason UNMAPPED_ORGANIZATION, CONNECTION_DISABLED, RULE_ERROR, SILENCED or PARKED_BY_RULE
 * @param silenceId the silence that holds it
 * @param waitsSince when it was told last why it waits
 */
public record ParkedView(
        String organizationId,
        String eventId,
        String source,
        String kind,
        @Nullable String tenantId,
        String title,
        String dedupKey,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String silenceId,
        Instant acceptedAt,
        Instant waitsSince) {}
