/**
 * The one place that turns refusals into answers: RFC 9457 {@code application/problem+json} for every error, those of the
 * framework included.
 */
@ApplicationModule(allowedDependencies = {"meters"})
@NullMarked
package dev.sundog.gateway.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
