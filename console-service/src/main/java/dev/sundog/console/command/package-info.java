/**
 * Step 2 of 5, too: takes what people want done with single tickets, and tells delivery through the outbox.
 */
@ApplicationModule(allowedDependencies = {"configuration", "outbox", "problem"})
@NullMarked
package dev.sundog.console.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
