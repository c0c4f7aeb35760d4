/** Step 1 of 5: one request and one answer, in plain Java. */
@NullMarked
package dev.sundog.simulator.exchange;

import org.jspecify.annotations.NullMarked;
