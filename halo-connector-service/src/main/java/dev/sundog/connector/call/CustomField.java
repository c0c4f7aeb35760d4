package dev.sundog.connector.call;

/** One custom field of a ticket, by its name in Halo. */
public record CustomField(String name, String value) {}
