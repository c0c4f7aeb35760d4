package dev.sundog.connector.lane;

import java.time.Duration;

/**
 * When many new tickets of one organization become one.
 *
 * @param threshold new tickets in one window from which further ones fold; zero: never
 * @param calm how long the organization must stay below the threshold for the storm to be over
 */
public record StormTerms(int threshold, Duration window, Duration calm) {}
