package dev.sundog.routing.event;

/** How bad it is, in the source's judgement. */
public enum Severity {
    /** The worst. */
    CRITICAL,
    /** Bad. */
    HIGH,
    /** The middle. */
    MEDIUM,
    /** Can wait. */
    LOW,
    /** Good to know. */
    INFO
}
