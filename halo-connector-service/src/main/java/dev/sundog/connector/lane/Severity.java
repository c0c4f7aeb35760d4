package dev.sundog.connector.lane;

/** How bad a matter is, the worst first. */
public enum Severity {
    /** Goes before others in its lane and does not fold into a storm while the budget allows. */
    CRITICAL,
    /** Bad. */
    HIGH,
    /** Not so bad. */
    MEDIUM,
    /** Hardly bad. */
    LOW,
    /** Not bad at all. */
    INFO
}
