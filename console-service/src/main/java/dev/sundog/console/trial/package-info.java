/**
 * Step 2 of 5, before: tries policies on events before they act. Asks the same engine as live events do, and changes nothing.
 */
@ApplicationModule(allowedDependencies = {"configuration", "meters", "problem", "topics"})
@NullMarked
package dev.sundog.console.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
