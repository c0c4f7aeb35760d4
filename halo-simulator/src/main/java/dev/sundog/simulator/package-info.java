/** A Halo tenant in one process: tokens, tickets and lists over HTTP, with limits and faults on demand. */
@NullMarked
package dev.sundog.simulator;

import org.jspecify.annotations.NullMarked;
