/** What a decision costs, and what a million organizations weigh. */
@NullMarked
package dev.sundog.benchmarks.routing;

import org.jspecify.annotations.NullMarked;
