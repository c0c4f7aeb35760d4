package dev.sundog.local.chaos.load;

/** What an accepted event must come to. */
public enum Fate {
    /** A ticket, or the end of its matter before Halo heard of it. */
    TICKETED,
    /** A rule says that it needs none. */
    SUPPRESSED,
    /** It waits, since nobody has mapped its organization. */
    PARKED,
    /** It can never become a ticket. */
    REFUSED,
    /** It cannot be read. */
    DEAD
}
