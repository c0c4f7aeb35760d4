/**
 * Step 4 of 5: writes down what the event topics say, in whatever order it arrives, and answers what became of an event.
 */
@ApplicationModule(allowedDependencies = {"meters", "paging", "problem", "topics"})
@NullMarked
package dev.sundog.console.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
