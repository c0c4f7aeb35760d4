package dev.sundog.connector.lifecycle;

/** What a repeat does when a person took its ticket away while the matter lasted. */
public record PartingRules(Deleted deleted, Merged merged, Closed closed) {

    /** As it is where the configuration says nothing. */
    public static final PartingRules USUAL = new PartingRules(Deleted.STOP, Merged.FOLLOW, Closed.RESPECT);

    /** The ticket was deleted. */
    public enum Deleted {
        /** A new ticket. */
        RECREATE,
        /** None until the matter was over once, or a person commands it. */
        STOP
    }

    /** The ticket was merged into another. */
    public enum Merged {
        /** The other ticket is told from then on, and never closed. */
        FOLLOW,
        /** A new ticket. */
        RECREATE,
        /** None until the matter was over once, or a person commands it. */
        STOP
    }

    /** The ticket was closed. */
    public enum Closed {
        /** Nothing until the matter was over once; the repeats are counted. */
        RESPECT,
        /** It opens the ticket again within the window for reopening, and makes another after it. */
        REOPEN,
        /** A new ticket. */
        NEW
    }
}
