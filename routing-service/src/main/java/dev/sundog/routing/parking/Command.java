package dev.sundog.routing.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants done with parked events.
 *
 * @param tenantId whose the events are; empty where nobody knows
 * @param eventId the event; all of the organization where absent
 * @param source of that event; any where absent
 */
public record Command(
        String commandId,
        String tenantId,
        String organizationId,
        @Nullable String eventId,
        @Nullable String source,
        Kind kind,
        String requestedBy,
        @Nullable String reason,
        Instant requestedAt) {

    /** What is to be done. */
    public enum Kind {
        /** Decide it again, whatever silence or rule holds it. */
        RELEASE,
        /** End it without a ticket. */
        DISCARD,
        /** Something that this version does not know. */
        UNSUPPORTED
    }
}
