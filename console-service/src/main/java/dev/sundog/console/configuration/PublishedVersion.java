package dev.sundog.console.configuration;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of an object, as it was published.
 *
 * @param reason why it was made; null where nobody said
 */
public record PublishedVersion(
        long version, String author, @Nullable String reason, Instant publishedAt, Map<String, Object> document) {}
