/** Step 5 of 5: what the tenant owns: tickets with their actions, and the smaller lists. */
@NullMarked
package dev.sundog.simulator.book;

import org.jspecify.annotations.NullMarked;
