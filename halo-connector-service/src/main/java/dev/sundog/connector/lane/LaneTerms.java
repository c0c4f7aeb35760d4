package dev.sundog.connector.lane;

import dev.sundog.connector.call.StatusWords;
import java.time.Duration;

/**
 * What the configuration says of a lane.
 *
 * @param version of the configuration; a change ends pauses that only a change can end
 * @param enabled false: nothing is sent
 * @param requests calls in one window, one or more
 * @param reservedPercent part of them that only {@link Urgency#URGENT} turns may spend, 0 to 90
 * @param words what the statuses of this Halo mean
 */
public record LaneTerms(
        String tenantId,
        long version,
        boolean enabled,
        int requests,
        Duration window,
        int reservedPercent,
        StormTerms storm,
        StatusWords words) {}
