/**
 * Shows what holds for an organization, and where each value was set.
 */
@ApplicationModule(allowedDependencies = {"configuration", "problem"})
@NullMarked
package dev.sundog.console.effective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
