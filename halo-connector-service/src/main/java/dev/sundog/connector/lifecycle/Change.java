package dev.sundog.connector.lifecycle;

/** What a call in flight does to an open ticket. */
public sealed interface Change {

    /**
     * Tells how often the matter was reported.
     *
     * @param repeats how many repeats the note covers
     */
    record Note(long repeats) implements Change {}

    /**
     * Writes the ticket's text anew, as a storm's ticket wants it. Absolute, so it may be repeated.
     *
     * @param repeats the version that it writes
     */
    record Rewrite(long repeats) implements Change {}

    /** Closes the ticket. */
    record Close() implements Change {}

    /** Says that the matter is over and leaves the ticket to its agent. */
    record Farewell() implements Change {}
}
