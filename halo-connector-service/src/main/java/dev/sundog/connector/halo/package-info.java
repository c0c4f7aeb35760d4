/**
 * Step 4 of 5, its far side: Halo's HTTP interface in our words. Wire names and tokens never leave this package.
 */
@ApplicationModule(allowedDependencies = {"call", "connection"})
@NullMarked
package dev.sundog.connector.halo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
