/**
 * Step 4 of 4: what became of an event. Follows the topics from event to ticket and remembers, within bounds, the state of the
 * events of the last day. Intake never waits for it.
 */
@ApplicationModule(allowedDependencies = {"intake", "format", "source", "problem", "settings", "meters"})
@NullMarked
package dev.sundog.gateway.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
