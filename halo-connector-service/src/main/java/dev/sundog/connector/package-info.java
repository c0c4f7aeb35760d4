/** Ticket request to ticket in Halo to ticket event: steps 3 and 4 of 5. */
@NullMarked
package dev.sundog.connector;

import org.jspecify.annotations.NullMarked;
