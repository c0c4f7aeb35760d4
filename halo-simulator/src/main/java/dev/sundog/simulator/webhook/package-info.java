/** Halo's webhooks out: what is told to whom, the queue, one attempt for each delivery, and its record. */
@NullMarked
package dev.sundog.simulator.webhook;

import org.jspecify.annotations.NullMarked;
