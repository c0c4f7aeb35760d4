/**
 * What the installation calls its topics.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.console.topics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
