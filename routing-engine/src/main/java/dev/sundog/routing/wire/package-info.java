/**
 * Between bytes and our words: reads events and configuration, writes decisions, ticket requests and parked events.
 */
@ApplicationModule(
        allowedDependencies = {"event", "ticket", "customer", "expression", "policy", "silence", "decision", "trial"})
@NullMarked
package dev.sundog.routing.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
