/** What the gateway counts. Used by every room, uses none. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.gateway.meters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
