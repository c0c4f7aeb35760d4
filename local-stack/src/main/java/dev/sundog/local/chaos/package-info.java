/**
 * The stack under faults, then the invariants with figures. What is drawn, modelled and checked is plain Java in {@code world},
 * {@code load}, {@code script} and {@code check}; here are the processes, topics and addresses that it is played on.
 */
@NullMarked
package dev.sundog.local.chaos;

import org.jspecify.annotations.NullMarked;
