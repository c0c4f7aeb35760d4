/**
 * Step 3 of 5, the heart: decides the next call for each ticket and whose turn it is in each lane.
 *
 * <p>Pure functions over plain records: no framework, no clock, no I/O. {@link dev.sundog.connector.lifecycle.TicketLifecycle}
 * is the life of one ticket, {@link dev.sundog.connector.lifecycle.Lane} the line of one connection, and
 * {@link dev.sundog.connector.lifecycle.Deliveries} brings the two together over whatever keeps their state.
 */
@ApplicationModule(allowedDependencies = {"call"})
@NullMarked
package dev.sundog.connector.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
