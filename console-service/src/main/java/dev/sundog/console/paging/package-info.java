/**
 * What all lists have in common: pages, their bounds, and what narrows them.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package dev.sundog.console.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
