/** Asks a server as often as it answers, and counts. Knows nothing of what it asks. */
@NullMarked
package dev.sundog.benchmarks.load;

import org.jspecify.annotations.NullMarked;
