/**
 * What can be asked for on the command line: ports, folders, switches. Uses nothing.
 */
@NullMarked
package dev.sundog.local.options;

import org.jspecify.annotations.NullMarked;
