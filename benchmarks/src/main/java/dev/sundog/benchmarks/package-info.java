/** The measurements of {@code ./sundog bench}: finds the wanted one and prints its table. */
@NullMarked
package dev.sundog.benchmarks;

import org.jspecify.annotations.NullMarked;
