package dev.sundog.routing.event;

import org.jspecify.annotations.Nullable;

/**
 * A thing the event is about.
 *
 * @param url where to look at it; any text, so check it before it becomes a link
 */
public record Resource(
        String id,
        @Nullable String type,
        @Nullable String name,
        @Nullable String url) {}
