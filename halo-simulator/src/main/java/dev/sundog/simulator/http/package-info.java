/** The edge: the server library and JSON; nothing else knows them. */
@NullMarked
package dev.sundog.simulator.http;

import org.jspecify.annotations.NullMarked;
