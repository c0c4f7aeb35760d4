package dev.sundog.gateway.status;

/** Where an event stands. */
enum EventState {
    /** The broker has it; it is not decided yet. */
    ACCEPTED,
    /** It is to become a ticket. */
    ROUTED,
    /** It waits for a person or a time. */
    PARKED,
    /** A rule says that it needs no ticket. */
    SUPPRESSED,
    /** It can never become a ticket as it is. */
    REFUSED,
    /** Halo has the ticket, and the ticket knows of the event. */
    TICKETED,
    /** It could not be brought to Halo. */
    FAILED
}
