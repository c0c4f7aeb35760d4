package dev.sundog.routing.event;

/** What sort of event it is. */
public enum Kind {
    /** A source says that something lasting began, goes on, or is over. */
    ALERT,
    /** A source advises a change. */
    RECOMMENDATION
}
