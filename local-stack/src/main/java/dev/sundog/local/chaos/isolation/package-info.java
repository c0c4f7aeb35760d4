/**
 * How far sick connections slow healthy ones: the order of rounds and what their figures say. Plain Java; uses nothing.
 */
@NullMarked
package dev.sundog.local.chaos.isolation;

import org.jspecify.annotations.NullMarked;
