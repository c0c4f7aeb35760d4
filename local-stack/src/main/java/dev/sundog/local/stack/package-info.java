/**
 * The parts of the stack and how they start together. Uses {@code process}, {@code options}, {@code http}, {@code apply}.
 */
@NullMarked
package dev.sundog.local.stack;

import org.jspecify.annotations.NullMarked;
