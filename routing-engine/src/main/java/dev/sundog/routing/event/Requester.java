package dev.sundog.routing.event;

import org.jspecify.annotations.Nullable;

/** The person who asked for a recommendation to become a ticket. */
public record Requester(String name, @Nullable String email) {}
