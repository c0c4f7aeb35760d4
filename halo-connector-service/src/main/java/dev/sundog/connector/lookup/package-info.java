/** Step 4 of 5, aside: how a ticket whose create got lost is found again by its reference. */
@ApplicationModule(allowedDependencies = {"call", "connection", "halo"})
@NullMarked
package dev.sundog.connector.lookup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
