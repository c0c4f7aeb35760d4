/** Beside the steps: what operators see in figures. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.connector.meters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
