package dev.sundog.connector.simulation;

/** Mistakes that somebody could make, made around the core on purpose: the judge must find each. */
enum PlantedFault {
    /** None: the core as it is. */
    NONE,
    /** A call is sent before it is committed. */
    NO_INTENT,
    /** An unknown create counts as not sent. */
    BLIND_RETRY,
    /** An unknown create is looked up at once. */
    NO_QUARANTINE,
    /** Every row that a look-up returns is believed. */
    UNCHECKED_FILTER,
    /** The caller commits its offset after it sent. */
    OFFSET_COMMITTED_LATE,
    /** The lifecycle commits its offset before its state. */
    OFFSET_WITHOUT_STATE,
    /** Events are published outside the transaction. */
    NEWS_BEFORE_COMMIT,
    /** An event that is sent twice counts twice. */
    FORGETS_EVENT_IDS,
    /** A note whose end is unknown counts as not sent. */
    NOTE_SENT_AGAIN,
    /** The lane does not know its budget. */
    BUDGET_IGNORED,
    /** After a restart a lane does not know that a call is out. */
    FORGETS_CALL_IN_FLIGHT,
    /** The caller does not look at the clock before it sends. */
    LAST_MOMENT_IGNORED,
    /** A commit keeps an older state. */
    STALE_STATE
}
