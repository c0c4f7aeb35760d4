/**
 * Step 3 of 5, the heart: decides the next call for each ticket and whose turn it is in each lane.
 *
 * <p>Pure functions over plain records: no framework, no clock, no I/O. {@link dev.sundog.connector.lifecycle.TicketLifecycle}
 * is the life of one ticket, and
 * {@link dev.sundog.connector.lifecycle.Deliveries} brings tickets and lanes together over whatever keeps their state.
 */
@ApplicationModule(allowedDependencies = {"audit", "call", "lane", "reference", "status", "storm"})
@NullMarked
package dev.sundog.connector.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
