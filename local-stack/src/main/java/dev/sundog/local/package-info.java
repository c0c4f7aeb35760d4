/** The one command: reads what is asked and starts it. Uses all packages below. */
@NullMarked
package dev.sundog.local;

import org.jspecify.annotations.NullMarked;
