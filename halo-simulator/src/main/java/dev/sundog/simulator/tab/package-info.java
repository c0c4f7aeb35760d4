/** Custom tabs of a ticket: the addresses of the pages in their frames. */
@NullMarked
package dev.sundog.simulator.tab;

import org.jspecify.annotations.NullMarked;
