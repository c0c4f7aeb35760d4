package dev.sundog.console.draft;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of a policy that was published. */
record PublishedVersion(
        long version, String author, @Nullable String reason, Instant publishedAt, Map<String, Object> document) {}
