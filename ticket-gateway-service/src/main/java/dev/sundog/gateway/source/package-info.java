/**
 * Step 1 of 4: who sends. Finds the sender of a request by its API key; keys are bound to a tenant, its organizations and its
 * sources.
 */
@ApplicationModule(allowedDependencies = {"problem", "settings"})
@NullMarked
package dev.sundog.gateway.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
