/**
 * What the products of a chaos run send, and when: made from a seed, nothing is drawn later. Uses {@code world}.
 */
@NullMarked
package dev.sundog.local.chaos.load;

import org.jspecify.annotations.NullMarked;
