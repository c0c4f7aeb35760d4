package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Directory;
import dev.sundog.routing.policy.Policies;

/** All the configuration that decisions look at. */
public interface Configuration extends Directory, Policies {

    /** Goes up after each change; a change is visible before the number that tells of it. */
    long changes();
}
