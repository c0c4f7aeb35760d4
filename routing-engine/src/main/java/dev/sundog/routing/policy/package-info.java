/**
 * Step 3 of 7: the ordered rules: which events, and what becomes of them.
 */
@ApplicationModule(allowedDependencies = {"event", "ticket", "customer", "expression"})
@NullMarked
package dev.sundog.routing.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
