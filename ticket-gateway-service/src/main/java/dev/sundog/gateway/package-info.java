/**
 * The gateway: events in over HTTP, answers about them out. The rooms are numbered in the order in which an event passes them.
 */
@NullMarked
package dev.sundog.gateway;

import org.jspecify.annotations.NullMarked;
