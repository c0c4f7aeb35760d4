/** Pages for people: the ticket list and one ticket. */
@NullMarked
package dev.sundog.simulator.page;

import org.jspecify.annotations.NullMarked;
