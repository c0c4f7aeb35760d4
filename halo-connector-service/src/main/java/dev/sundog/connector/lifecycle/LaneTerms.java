package dev.sundog.connector.lifecycle;

import java.time.Duration;

/**
 * What the configuration says of a lane.
 *
 * @param version of the configuration; a change ends pauses that only a change can end
 * @param enabled false: nothing is sent
 * @param requests calls in one window, one or more
 */
public record LaneTerms(long version, boolean enabled, int requests, Duration window) {}
