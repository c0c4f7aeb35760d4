package dev.sundog.console.draft;

import dev.sundog.console.configuration.Signature;
import java.util.Map;
import java.util.Optional;

/** Where drafts are kept. */
interface DraftStore {

    /** The draft of a policy. */
    Optional<Draft> find(String policyId);

    /** Keeps a draft in place of the one there was. */
    Draft save(String policyId, Map<String, Object> document, long baseVersion, Signature signature);

    /** Says that a version of the policy is what the draft is based on now: only its shadow changed. */
    void rebase(String policyId, long baseVersion);

    /** Forgets the draft; false where there is none. */
    boolean delete(String policyId);
}
