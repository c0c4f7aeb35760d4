/**
 * Step 6 of 7: the order of events that wait for a person or a time.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.routing.parking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
