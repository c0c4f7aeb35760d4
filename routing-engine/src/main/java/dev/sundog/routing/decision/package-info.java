/**
 * Step 5 of 7: the decision, a pure function of one event and the configuration.
 */
@ApplicationModule(allowedDependencies = {"event", "ticket", "customer", "expression", "policy", "silence", "template"})
@NullMarked
package dev.sundog.routing.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
