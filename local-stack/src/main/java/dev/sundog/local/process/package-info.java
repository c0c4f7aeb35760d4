/**
 * Child processes that never outlive the command. Uses nothing but {@code http} for their readiness.
 */
@NullMarked
package dev.sundog.local.process;

import org.jspecify.annotations.NullMarked;
