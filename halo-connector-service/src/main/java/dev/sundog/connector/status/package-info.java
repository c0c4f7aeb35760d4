/**
 * Step 3 of 5, aside: how Halo's side comes back. Which ticket of Halo belongs to which lasting ticket, and a poll for what
 * changed. Pure functions over plain records; all of it is a hint, the ticket itself is read before anything is believed.
 */
@ApplicationModule(allowedDependencies = {"call"})
@NullMarked
package dev.sundog.connector.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
