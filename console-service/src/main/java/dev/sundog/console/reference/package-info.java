/**
 * Step 4 of 5, too: what can be chosen in Halo, as delivery read it, and what configuration says that is not there.
 */
@ApplicationModule(allowedDependencies = {"configuration", "outbox", "paging", "problem", "topics"})
@NullMarked
package dev.sundog.console.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
