package dev.sundog.console.draft;

import java.time.Instant;
import java.util.Map;

/**
 * An event that a draft in shadow would have decided otherwise.
 *
 * @param id the same for the same event, policy and draft
 * @param shown all of it, for people
 */
record FoundDifference(
        String id, String policyId, String tenantId, long draftVersion, Instant decidedAt, Map<String, ?> shown) {}
