/**
 * Step 2 of 7: who the event is about in Halo, and which connection serves them. Fails closed: never a guess.
 */
@ApplicationModule(allowedDependencies = {"ticket"})
@NullMarked
package dev.sundog.routing.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
