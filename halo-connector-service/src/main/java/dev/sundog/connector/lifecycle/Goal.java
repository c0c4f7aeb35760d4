package dev.sundog.connector.lifecycle;

/** How a ticket should be. */
public enum Goal {
    /** The matter lasts. */
    OPEN,
    /** The matter is over. */
    RESOLVED
}
