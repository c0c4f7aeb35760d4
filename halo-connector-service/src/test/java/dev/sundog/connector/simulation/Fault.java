package dev.sundog.connector.simulation;

/** What may go wrong. A schedule has some of these, each with its rate. */
enum Fault {
    /** Nobody listens. */
    CONNECTION_REFUSED,
    /** Reaching Halo takes seconds. */
    SLOW_CONNECT,
    /** The connection comes about after the guard has given up. */
    LATE_CONNECT,
    /** Halo never sees the request. */
    LOST_BEFORE,
    /** Halo executes it and the answer is lost. */
    LOST_AFTER,
    /** Halo executes it long after, yet within the quarantine. */
    LATE_EXECUTION,
    /** The answer takes about as long as the time limit. */
    SLOW_ANSWER,
    /** 5xx, not executed. */
    SERVER_ERROR_BEFORE,
    /** 5xx, executed. */
    SERVER_ERROR_AFTER,
    /** 200 with a page instead of JSON. */
    NO_JSON,
    /** 429. */
    RATE_LIMITED,
    /** 400 with a rule's text. */
    REJECTED,
    /** 413. */
    TOO_LARGE,
    /** 403. */
    FORBIDDEN,
    /** A list shows a new ticket late. */
    SEARCH_LAG,
    /** Halo takes the note and not the status. */
    STATUS_NOT_TAKEN,
    /** Creates that meet collide on the number. */
    NUMBER_COLLISION,
    /** Halo ignores the look-up's filter for a while. */
    FILTER_IGNORED,
    /** Halo drops the field of the reference. */
    REFERENCE_DROPPED,
    /** The lifecycle's process dies. */
    LIFECYCLE_CRASH,
    /** It stands still. */
    LIFECYCLE_PAUSE,
    /** A commit takes long. */
    SLOW_COMMIT,
    /** The caller's process dies. */
    CALLER_CRASH,
    /** It stands still; long enough and another takes over. */
    CALLER_PAUSE,
    /** A commit of its offset fails. */
    OFFSET_NOT_COMMITTED,
    /** An outcome is written twice. */
    OUTCOME_TWICE,
    /** An outcome takes long to reach the broker. */
    OUTCOME_LATE,
    /** A source sends an event twice. */
    EVENT_TWICE,
    /** A person commands a retry, a discard or another ticket. */
    COMMANDED,
    /** A notice says that a ticket changed. */
    HINTED,
    /** A person closes a ticket. */
    PERSON_CLOSES,
    /** A person writes on a ticket. */
    PERSON_TOUCHES,
    /** A person edits summary and details. */
    PERSON_EDITS,
    /** A person deletes a ticket. */
    PERSON_DELETES,
    /** A person merges a ticket into another. */
    PERSON_MERGES,
    /** The connection is switched off for a while. */
    SWITCHED_OFF,
    /** Halo does not take the credentials for a while. */
    CREDENTIALS_BROKEN,
    /** A budget of a few calls. */
    SMALL_BUDGET
}
