package dev.sundog.connector.lifecycle;

/** How a person took a ticket away while its matter lasted. */
public enum Parting {
    /** Closed it. */
    CLOSED,
    /** Gave it a status by which the matter shall not be brought up again. */
    WONT_FIX,
    /** Deleted it. */
    DELETED,
    /** Merged it into another. */
    MERGED
}
