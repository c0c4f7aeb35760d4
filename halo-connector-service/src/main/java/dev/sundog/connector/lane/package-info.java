/**
 * Step 3 of 5, the lines: whose turn it is at one connection, what a call may cost, and when the line must wait.
 *
 * <p>Pure functions over plain records: no framework, no clock, no I/O. {@link dev.sundog.connector.lane.Lane} is what is kept
 * of a line, {@link dev.sundog.connector.lane.LaneQueue} who waits in it, {@link dev.sundog.connector.lane.Lanes} all lines of
 * one task with the moments at which each must be looked at.
 */
@ApplicationModule(allowedDependencies = {"call"})
@NullMarked
package dev.sundog.connector.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
