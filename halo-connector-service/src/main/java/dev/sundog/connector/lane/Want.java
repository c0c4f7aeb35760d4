package dev.sundog.connector.lane;

import java.time.Instant;

/**
 * A ticket's wish for a turn.
 *
 * @param due from when on it waits
 * @param requests that the turn's call may cost, one or more
 */
public record Want(String ticketKey, String organizationId, Urgency urgency, Instant due, int requests) {}
