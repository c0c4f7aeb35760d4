package dev.sundog.connector.audit;

/** What is done with tickets that share a reference. */
public enum Remedy {
    /** It is said. */
    REPORT,
    /** The later ones are merged into the first. Where Halo does not merge, they are closed. */
    MERGE,
    /** The later ones are closed with a note. */
    CLOSE
}
