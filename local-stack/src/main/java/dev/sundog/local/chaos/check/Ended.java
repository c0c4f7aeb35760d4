package dev.sundog.local.chaos.check;

/**
 * How one call ended.
 *
 * @param operation and result by their names in the contract
 * @param sent false: it never left
 */
public record Ended(Place place, String callId, String operation, String result, boolean sent) {}
