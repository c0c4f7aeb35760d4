package dev.sundog.connector.call;

/** What can be chosen in Halo, in the order in which it is read: what is short and needed first comes first. */
public enum ReferenceKind {
    /** Ticket types, with the fields that they want. */
    TICKET_TYPE,
    /** Statuses. */
    STATUS,
    /** Service level agreements. */
    SLA,
    /** Priorities, one for each SLA that has it. */
    PRIORITY,
    /** Teams, as far as our agent sees them. */
    TEAM,
    /** Agents, with their teams. */
    AGENT,
    /** Categories, by their paths. */
    CATEGORY,
    /** Custom fields of tickets. */
    CUSTOM_FIELD,
    /** Customers. */
    CUSTOMER,
    /** Their sites. */
    SITE,
    /** Their users. */
    USER;

    private static final int MANY = 20_000;
    private static final int USERS = 5_000;

    /** Items that are read at most; who has more sees the first ones. */
    public int most() {
        return this == USER ? USERS : MANY;
    }
}
