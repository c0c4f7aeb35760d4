/**
 * Step 3 of 5, the storms: when many new tickets of one organization become one, and what that one says.
 *
 * <p>Pure functions over plain records: no framework, no clock, no I/O. Decision 0008 says why it is as it is.
 */
@ApplicationModule(allowedDependencies = {"lane"})
@NullMarked
package dev.sundog.connector.storm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
