/**
 * Step 2 of 5, too: what people work on before they publish it, who published what and why, and what a draft in shadow would do.
 */
@ApplicationModule(allowedDependencies = {"configuration", "paging", "problem", "topics", "trial"})
@NullMarked
package dev.sundog.console.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
