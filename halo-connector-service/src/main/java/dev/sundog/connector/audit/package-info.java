/**
 * Step 3 of 5, aside: the auditor. Looks within a small share of the budget for tickets that carry one reference, says so, and
 * by setting merges or closes the later ones. Pure functions over plain records.
 */
@ApplicationModule(allowedDependencies = {"call", "status"})
@NullMarked
package dev.sundog.connector.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
