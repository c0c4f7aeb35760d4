/**
 * What people see of a command. Uses nothing.
 */
@NullMarked
package dev.sundog.local.terminal;

import org.jspecify.annotations.NullMarked;
