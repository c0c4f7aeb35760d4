/**
 * What holds for an organization before any event comes, and where each value was set.
 */
@ApplicationModule(
        allowedDependencies = {"customer", "event", "expression", "policy", "silence", "template", "ticket", "decision"
        })
@NullMarked
package dev.sundog.routing.effective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
