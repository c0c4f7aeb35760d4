package dev.sundog.console.trial;

import java.time.Instant;

/**
 * An event that the history knows of, which keeps its name and little more.
 *
 * @param kind ALERT or RECOMMENDATION
 * @param acceptedAt the timestamp of its record
 */
public record SeenEvent(String eventId, String source, String organizationId, String kind, Instant acceptedAt) {}
