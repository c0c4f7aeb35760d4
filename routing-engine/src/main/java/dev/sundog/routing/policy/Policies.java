package dev.sundog.routing.policy;

import java.util.Optional;

/** Finds policies by their ids, as the control plane published them last. Never waits. */
public interface Policies {

    /** The policy; empty when it is unknown, deleted or its record cannot be read. */
    Optional<Policy> policy(String id);
}
