package dev.sundog.local.chaos.check;

/** One ticket request. */
public record Requested(Place place, String eventId, String ticketKey) {}
