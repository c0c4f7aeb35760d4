package dev.sundog.connector.call;

/** A ticket's status in our words. */
public enum TicketStatus {
    /** Nobody works on it yet. */
    NEW,
    /** Somebody does. */
    IN_PROGRESS,
    /** It waits for something. */
    WAITING,
    /** Done, and may come back. */
    RESOLVED,
    /** Closed. */
    CLOSED
}
