package dev.sundog.connector.lifecycle;

import java.time.Duration;

/**
 * Life of a ticket after its creation.
 *
 * @param closes true: the ticket is closed when the matter is over; false: it gets a note
 * @param closedStatusId status that closes
 * @param quietPeriod time without a repeat before a resolution is carried out, zero or more
 * @param reopenWindow time after closing during which a repeat opens the same ticket again; zero: never
 */
public record LifeRules(boolean closes, long closedStatusId, Duration quietPeriod, Duration reopenWindow) {}
