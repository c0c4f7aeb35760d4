package dev.sundog.console.problem;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer JSON pointer to the place
 * @param detail what is wrong and what would be right, for people
 */
public record FieldError(String pointer, String detail) {}
