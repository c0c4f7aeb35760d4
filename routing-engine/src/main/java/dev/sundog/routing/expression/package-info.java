/**
 * Conditions and computed values in CEL: checked and typed when they are compiled, limited when they run, reading nothing but
 * the facts that they are given.
 */
@ApplicationModule(allowedDependencies = {"event", "customer"})
@NullMarked
package dev.sundog.routing.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
