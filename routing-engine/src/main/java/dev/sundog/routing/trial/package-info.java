/**
 * What would become of events under rules that are not in force: dry runs, back-tests, drafts in shadow, a policy's own examples.
 * Asks the same router as live events do.
 */
@ApplicationModule(
        allowedDependencies = {"event", "customer", "expression", "policy", "silence", "ticket", "template", "decision"
        })
@NullMarked
package dev.sundog.routing.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
