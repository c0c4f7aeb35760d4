package dev.sundog.routing.event;

import org.jspecify.annotations.Nullable;

/**
 * What only a recommendation says.
 *
 * @param rationale why it matters
 * @param remediation how to do it
 */
public record Advice(
        @Nullable String rationale,
        @Nullable String remediation,
        @Nullable Saving saving,
        @Nullable Requester requestedBy) {

    /** Nothing of it, as with every alert. */
    public static final Advice NONE = new Advice(null, null, null, null);
}
