/**
 * Step 1 of 5: lets a caller in, and says to its browser what pages may do.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package dev.sundog.console.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
