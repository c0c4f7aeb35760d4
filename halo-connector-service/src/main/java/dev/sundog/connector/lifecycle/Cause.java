package dev.sundog.connector.lifecycle;

import java.time.Instant;

/** An event that waits to be told what became of it. */
public record Cause(String eventId, Instant acceptedAt, Goal goal) {}
