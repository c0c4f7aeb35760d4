package dev.sundog.routing.ticket;

/** A custom field of the ticket in Halo, by name. */
public record CustomField(String name, String value) {}
