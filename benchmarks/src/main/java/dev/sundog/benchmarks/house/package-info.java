/** Broker, registry and our services as processes of their own, for measurements of the whole. Knows nothing of what is measured. */
@NullMarked
package dev.sundog.benchmarks.house;

import org.jspecify.annotations.NullMarked;
