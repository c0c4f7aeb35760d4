package dev.sundog.connector.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What the configuration says of reading what can be chosen in Halo.
 *
 * @param wanted false: only when a person asks
 * @param fingerprint of address and credentials: when it changes, all is read anew
 * @param pace between two calls once the first {@value Reading#BURST} of a read are made, so that tickets keep most of the budget
 * @param zone whose night it is
 */
public record ReadTerms(String tenantId, boolean wanted, String fingerprint, Duration pace, ZoneId zone) {

    private static final LocalTime NIGHT = LocalTime.of(0, 30);
    private static final int NIGHT_SECONDS = 4 * 3600;

    /** The next moment in the night that is the connection's own, so that not all read at once. */
    public Instant nextNight(String connectionId, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime tonight = local.with(NIGHT).plusSeconds(Math.floorMod(connectionId.hashCode(), NIGHT_SECONDS));
        return (tonight.isAfter(local) ? tonight : tonight.plusDays(1)).toInstant();
    }
}
