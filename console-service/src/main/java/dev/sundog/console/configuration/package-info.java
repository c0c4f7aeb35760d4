/**
 * Step 2 of 5: takes changes of connections, organizations, policies and silences, complete and consistent or not at all.
 */
@ApplicationModule(allowedDependencies = {"outbox", "paging", "problem"})
@NullMarked
package dev.sundog.console.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
