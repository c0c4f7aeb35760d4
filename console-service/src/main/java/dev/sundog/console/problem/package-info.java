/**
 * Turns refusals into problem+json, in one place.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.console.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
