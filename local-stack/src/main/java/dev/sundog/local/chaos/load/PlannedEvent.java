package dev.sundog.local.chaos.load;

import java.time.Duration;

/**
 * One event of the plan. The events of one matter are sent one after the other, each when the former was accepted.
 *
 * @param at when it is due, from the beginning of the load
 * @param id of the event, unique in the run
 * @param matter number of the matter
 * @param recommendation rather than an alert
 * @param over the matter ends with it
 * @param host alerts of one host share a ticket; empty for a ticket of its own
 * @param severity by its name in the contract
 */
public record PlannedEvent(
        Duration at,
        String id,
        int matter,
        Way way,
        Fate fate,
        boolean recommendation,
        boolean over,
        String organizationId,
        String host,
        String severity) {

    PlannedEvent numbered(int first) {
        return new PlannedEvent(
                at,
                id + "-from-" + first,
                matter + first,
                way,
                fate,
                recommendation,
                over,
                organizationId,
                host.isEmpty() ? "" : host + "-from-" + first,
                severity);
    }

    /** The matter's name in the words of its source. */
    public String dedupKey() {
        return "matter-" + matter;
    }

    /** Names all that shares a ticket. */
    public String group() {
        return organizationId + (host.isEmpty() ? "/" + dedupKey() : "/host=" + host);
    }
}
