package dev.sundog.console.configuration;

import org.jspecify.annotations.Nullable;

/** Who made a change, and why. */
public record Signature(String author, @Nullable String reason) {

    /** Of whoever did not say. */
    public static final Signature UNSAID = new Signature("api", null);
}
