/**
 * Before step 3 of 7: does somebody want this matter to wait? Silences and maintenance windows, with windows that come again.
 */
@ApplicationModule(allowedDependencies = {"event", "customer", "policy"})
@NullMarked
package dev.sundog.routing.silence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
