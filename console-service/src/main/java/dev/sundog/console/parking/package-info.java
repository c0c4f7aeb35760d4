/**
 * Step 4 of 5, too: shows what waits and why, and takes what people want done with it.
 */
@ApplicationModule(allowedDependencies = {"outbox", "paging", "problem"})
@NullMarked
package dev.sundog.console.parking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
