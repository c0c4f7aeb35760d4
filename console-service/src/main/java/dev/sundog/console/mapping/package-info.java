/**
 * Step 4 of 5, too: proposes customers for organizations that are mapped to none, with the evidence, and maps by itself what is
 * certain where that is switched on. Never across tenants.
 */
@ApplicationModule(allowedDependencies = {"configuration", "problem", "reference"})
@NullMarked
package dev.sundog.console.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
