package dev.sundog.console.trial;

import java.util.Map;
import java.util.Optional;

/** Finds the drafts that people work on. */
public interface Drafts {

    /** The draft of a policy, as a policy's document. */
    Optional<Map<String, Object>> find(String policyId);
}
