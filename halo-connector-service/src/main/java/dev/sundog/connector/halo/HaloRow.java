package dev.sundog.connector.halo;

import dev.sundog.connector.call.FoundTicket;

/**
 * A ticket as a list, a report or a detail shows it.
 *
 * @param ticket its reference is null where the fields that hold it are not shown, as in lists
 * @param details its text, HTML or plain; empty where it is left out
 */
public record HaloRow(FoundTicket ticket, String details) {}
