/** Step 4 of 5: one exchange with Halo, at most once, and the word of how it ended. */
@ApplicationModule(allowedDependencies = {"call", "connection", "halo", "lookup", "meters"})
@NullMarked
package dev.sundog.connector.caller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
