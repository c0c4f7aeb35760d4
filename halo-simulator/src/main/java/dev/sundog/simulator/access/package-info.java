/** Step 3 of 5: who may come in: applications, scopes, tokens and the rate window. */
@NullMarked
package dev.sundog.simulator.access;

import org.jspecify.annotations.NullMarked;
