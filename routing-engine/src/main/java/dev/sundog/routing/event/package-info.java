/**
 * Step 1 of 7: what happened, in our words: one record for alerts and recommendations.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.routing.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
