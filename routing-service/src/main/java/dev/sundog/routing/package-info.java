/** Event to decision to ticket request, exactly once. */
@NullMarked
package dev.sundog.routing;

import org.jspecify.annotations.NullMarked;
