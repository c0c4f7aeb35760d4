package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Directory;
import dev.sundog.routing.policy.Policies;
import dev.sundog.routing.silence.Silences;

/** All the configuration that decisions look at. */
public interface Configuration extends Directory, Policies, Silences {

    /** Goes up after each change; a change is visible before the number that tells of it. */
    long changes();

    /**
     * Another number after each change that can matter to events of an organization; a change is visible before the number that
     * tells of it.
     */
    default long changesAbout(String organizationId) {
        return changes();
    }
}
