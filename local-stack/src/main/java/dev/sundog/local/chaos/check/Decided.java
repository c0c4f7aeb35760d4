package dev.sundog.local.chaos.check;

import java.time.Instant;

/**
 * One decision of routing.
 *
 * @param outcome by its name in the contract
 * @param ticketKey empty where it was not routed
 */
public record Decided(Place place, String eventId, String outcome, String ticketKey, Instant acceptedAt) {

    static final String ROUTED = "ROUTED";

    boolean isRouted() {
        return outcome.equals(ROUTED);
    }
}
