/**
 * Whether all that was promised is true of what a run left behind: the evidence as plain data, the invariants over it, the
 * figures. Reads nothing itself, so that it can be tried on evidence with planted faults. Uses {@code load}, {@code world}.
 */
@NullMarked
package dev.sundog.local.chaos.check;

import org.jspecify.annotations.NullMarked;
