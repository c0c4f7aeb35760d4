/**
 * Step 4 of 7: the words on the ticket. The same event gives the same text, byte for byte.
 */
@ApplicationModule(allowedDependencies = {"event", "ticket"})
@NullMarked
package dev.sundog.routing.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
