package dev.sundog.connector.call;

/** How much of a ticket's text is sent. What is left out is said in the text itself. */
public enum Payload {
    /** All of it. */
    FULL,
    /** The details cut to a size that every Halo takes. */
    TRIMMED,
    /** The headline, and where the rest is to be found. */
    MINIMAL
}
