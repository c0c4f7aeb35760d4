/**
 * Beside the steps: the connections as the control plane publishes them, with what guards their addresses and secrets.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.connector.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
