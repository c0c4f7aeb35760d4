/**
 * Step 5 of 5: shows people the counts and where to go on.
 */
@ApplicationModule(allowedDependencies = {"configuration", "history", "paging", "problem"})
@NullMarked
package dev.sundog.console.screens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
