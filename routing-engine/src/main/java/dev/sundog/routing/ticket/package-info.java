/**
 * What a ticket is made of: the fields as configuration sets them, and the fields as they go to Halo.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.routing.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
