/**
 * What operators see of the console, and the sums that hold.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.console.meters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
