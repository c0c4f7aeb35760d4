package dev.sundog.routing.template;

/** What came of filling in a text. */
public sealed interface Rendered {

    /** The text. */
    record Text(String value) implements Rendered {}

    /** The configured template cannot be filled in. */
    record Broken(String why) implements Rendered {}
}
