package dev.sundog.local.chaos.check;

/**
 * A record of one of the topics that sources publish to.
 *
 * @param eventId empty where it cannot be read
 */
public record Input(Place place, String eventId) {}
