/** Step 4 of 5: Halo's resources: reads the request as Halo would, asks the books, shapes the answer. */
@NullMarked
package dev.sundog.simulator.api;

import org.jspecify.annotations.NullMarked;
