/**
 * What operators count.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.routing.meters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
