package dev.sundog.local.chaos.check;

/** What must be true in the end. */
public enum Invariant {
    /** Whatever a sender sent was taken sooner or later. */
    ALL_ACCEPTED("every event that was sent was accepted in the end"),
    /** Nothing accepted is missing from the topics. */
    NOTHING_LOST("every accepted event is in its topic"),
    /** Routing read each record exactly once. */
    DECIDED_ONCE("each record of an event has one decision, and each unreadable one is a dead letter"),
    /** Routing's two outputs agree. */
    REQUESTED_ONCE("each routed decision has one ticket request"),
    /** The balance: accepted = ticketed + suppressed + parked + refused + dead, nothing is in flight. */
    ACCOUNTED("each event came to its end, and to the right one"),
    /** No event of the connector was published twice. */
    TOLD_ONCE("each ticket event is published once"),
    /** The heart of it. */
    ONE_TICKET("each reference has at most one ticket in Halo"),
    /** No ticket without a call, no call that makes a stranger's ticket. */
    TICKET_KNOWN("each ticket in Halo belongs to a create of ours and to the right customer"),
    /** What sources are told agrees with what Halo has. */
    CREATED_ONCE("each ticket in Halo has one TicketCreated, and each TicketCreated has its ticket"),
    /** A ticket key is one lasting matter. */
    ONE_KEY("events that share a ticket share a ticket key, and no others do"),
    /** Halo is as the newest events want it. */
    AS_DESIRED("each open matter has one open ticket, each ended one has none"),
    /** No more tickets than times a matter began. */
    NOT_TOO_MANY("no matter has more tickets than beginnings"),
    /** The gateway knows each accepted event. */
    FOUND_AT_GATEWAY("every accepted event can be looked up at the gateway"),
    /** So does the console. */
    FOUND_AT_CONSOLE("every accepted event can be looked up at the console"),
    /** Nothing waits in Kafka. */
    NO_LAG("no consumer group lags"),
    /** No transaction is open for ever. */
    NO_HANGING_TRANSACTION("no transaction hangs"),
    /** Every part is up and says so. */
    ALL_WELL("every part is well");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
