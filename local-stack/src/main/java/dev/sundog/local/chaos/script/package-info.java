/**
 * What goes wrong in a chaos run, and when: made from a seed, nothing is drawn later. Plain data; uses nothing.
 */
@NullMarked
package dev.sundog.local.chaos.script;

import org.jspecify.annotations.NullMarked;
