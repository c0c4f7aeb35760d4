/**
 * Beside the steps: what Halo's webhooks say, kept for the connector. A notice is accepted when the broker has acknowledged it on
 * all in-sync replicas, not before; nobody believes it, the connector reads the ticket.
 */
@ApplicationModule(allowedDependencies = {"intake", "problem"})
@NullMarked
package dev.sundog.gateway.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
