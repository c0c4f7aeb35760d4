/** A small part of SQL over what a tenant owns, enough for the look-ups that clients of Halo's reports do. */
@NullMarked
package dev.sundog.simulator.sql;

import org.jspecify.annotations.NullMarked;
