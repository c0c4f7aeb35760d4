/**
 * Step 3 of 5, aside: what can be chosen in Halo is read kind by kind and page by page, and told in parts. Pure functions over
 * plain records.
 */
@ApplicationModule(allowedDependencies = {"call"})
@NullMarked
package dev.sundog.connector.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
