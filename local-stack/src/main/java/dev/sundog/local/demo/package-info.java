/**
 * The demo: sends real events and follows each to its ticket and back. Uses {@code stack}, {@code http}.
 */
@NullMarked
package dev.sundog.local.demo;

import org.jspecify.annotations.NullMarked;
