package dev.sundog.console.draft;

import dev.sundog.console.configuration.Signature;
import java.time.Instant;
import java.util.Map;

/**
 * A policy as somebody wants it to be.
 *
 * @param version never comes again, not even for another policy
 * @param baseVersion the published version that it was made from; zero where there was none
 * @param document the whole policy
 */
record Draft(
        String policyId,
        long version,
        long baseVersion,
        Map<String, Object> document,
        Signature signature,
        Instant changedAt) {}
