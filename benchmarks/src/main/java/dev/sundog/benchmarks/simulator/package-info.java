/** How fast the Halo simulator starts and answers, and how much memory it takes. */
@NullMarked
package dev.sundog.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;
