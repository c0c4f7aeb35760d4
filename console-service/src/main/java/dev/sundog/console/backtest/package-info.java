/**
 * Step 2 of 5, before: decides events of the past under a draft, without touching anything, and says what would be different.
 */
@ApplicationModule(allowedDependencies = {"configuration", "problem", "trial"})
@NullMarked
package dev.sundog.console.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
