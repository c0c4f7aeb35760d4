/** Step 2 of 5: what a test may do to the simulator: switches, faults and the journal. */
@NullMarked
package dev.sundog.simulator.control;

import org.jspecify.annotations.NullMarked;
