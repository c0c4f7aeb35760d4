/**
 * Step 3 of 4: event in. Takes events from the body of a request to the broker and says of each what became of it; an event is
 * accepted when the broker has acknowledged it on all in-sync replicas, not before.
 */
@ApplicationModule(allowedDependencies = {"format", "source", "problem", "settings", "meters"})
@NullMarked
package dev.sundog.gateway.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
