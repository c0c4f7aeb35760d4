package dev.sundog.routing.check;

/**
 * One thing that is wrong with a piece of configuration.
 *
 * @param pointer JSON pointer into the piece, for example {@code /rules/2/when}
 * @param message what is wrong, where, and what is allowed, for people
 */
public record Finding(String pointer, String message) {}
