/**
 * Policies' own examples: runs them by the engine that decides live events, without a console or a broker. Uses {@code apply}.
 */
@NullMarked
package dev.sundog.local.example;

import org.jspecify.annotations.NullMarked;
