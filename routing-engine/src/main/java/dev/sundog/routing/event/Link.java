package dev.sundog.routing.event;

import org.jspecify.annotations.Nullable;

/**
 * A place to read on.
 *
 * @param href address; any text, so check it before it becomes a link
 */
public record Link(String href, @Nullable String text) {}
