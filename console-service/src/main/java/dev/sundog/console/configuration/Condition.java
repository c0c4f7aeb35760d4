package dev.sundog.console.configuration;

/** What a caller believes to be changing. */
public sealed interface Condition {

    /** It did not say. */
    record Unsaid() implements Condition {}

    /** There is no such object yet. */
    record New() implements Condition {}

    /** There is one, in whatever version. */
    record AnyVersion() implements Condition {}

    /** It is in this version. */
    record Version(long version) implements Condition {}

    /** What it said names no version that there ever was. */
    record Never() implements Condition {}
}
