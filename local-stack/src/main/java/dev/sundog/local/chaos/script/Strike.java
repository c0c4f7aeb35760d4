package dev.sundog.local.chaos.script;

import java.time.Duration;

/**
 * A fault and its moment.
 *
 * @param at from the beginning of the time in which faults strike
 */
public record Strike(Duration at, Fault fault) {}
