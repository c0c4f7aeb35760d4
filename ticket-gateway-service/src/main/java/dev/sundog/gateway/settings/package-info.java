/**
 * What can be set. One room for all, because the prefix {@code sundog.gateway} is read strictly: a misspelt name anywhere below
 * it fails the start.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.gateway.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
