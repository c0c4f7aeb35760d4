package dev.sundog.connector.halo;

import dev.sundog.connector.call.FoundTicket;

/**
 * A ticket as a list or a detail shows it.
 *
 * @param carriesReference whether the field of the reference was there at all; lists leave it out
 * @param details its HTML text; empty where the list leaves it out
 */
public record HaloRow(FoundTicket ticket, boolean carriesReference, String details) {}
