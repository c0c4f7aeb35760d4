package dev.sundog.connector.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a ticket is in its life. Only legal transitions exist as methods: an illegal one does not compile. */
public sealed interface Phase {

    /** The call in flight; null where there is none. */
    default @Nullable String callId() {
        return switch (this) {
            case Creating creating -> creating.callId();
            case Finding finding -> finding.callId();
            case Changing changing -> changing.callId();
            case Reopening reopening -> reopening.callId();
            case Idle _, Wanted _, Unsure _, Refused _, Open _, Held _, Over _ -> null;
        };
    }

    /** No ticket, and none wanted. */
    record Idle() implements Phase {
        Wanted want() {
            return new Wanted(0);
        }
    }

    /** A ticket is wanted and certainly not there. */
    record Wanted(int tries) implements Phase {
        Creating creating(String callId) {
            return new Creating(callId, tries + 1);
        }

        Idle dropped() {
            return new Idle();
        }
    }

    /** The create is in flight. */
    record Creating(String callId, int attempt) implements Phase {
        Open created(TicketRef ticket) {
            return new Open(ticket, 0, false);
        }

        Wanted notExecuted() {
            return new Wanted(attempt);
        }

        Unsure unknown() {
            return new Unsure(callId, attempt, 0);
        }

        Refused refused() {
            return new Refused(attempt);
        }
    }

    /** Nobody can say whether Halo made the ticket. It is looked up after the quarantine. */
    record Unsure(String createId, int attempt, int looks) implements Phase {
        Finding finding(String callId) {
            return new Finding(callId, createId, attempt, looks + 1);
        }

        Creating late() {
            return new Creating(createId, attempt);
        }
    }

    /** The look-up is in flight. */
    record Finding(String callId, String createId, int attempt, int looks) implements Phase {
        Open found(TicketRef ticket) {
            return new Open(ticket, 0, false);
        }

        Wanted missing() {
            return new Wanted(attempt);
        }

        Unsure unknown() {
            return new Unsure(createId, attempt, looks);
        }

        Creating late() {
            return new Creating(createId, attempt);
        }
    }

    /** Halo refused to make the ticket; it waits for a newer wish. */
    record Refused(int attempt) implements Phase {
        Wanted retry() {
            return new Wanted(attempt);
        }

        Idle dropped() {
            return new Idle();
        }
    }

    /**
     * The ticket is there and nothing is in flight.
     *
     * @param tries failed tries of the change that is wanted now
     * @param noteSpent true: that change's note may have been written, so it goes without
     */
    record Open(TicketRef ticket, int tries, boolean noteSpent) implements Phase {
        Changing changing(String callId, Change change) {
            return new Changing(ticket, callId, tries + 1, change, noteSpent);
        }
    }

    /** A change of the ticket is in flight. */
    record Changing(TicketRef ticket, String callId, int attempt, Change change, boolean noteSpent) implements Phase {
        Open changed() {
            return new Open(ticket, 0, false);
        }

        Open notExecuted() {
            return new Open(ticket, attempt, noteSpent);
        }

        Open withoutNote() {
            return new Open(ticket, attempt, true);
        }

        Over over(Instant at, boolean closed) {
            return new Over(ticket, at, closed, 0, false);
        }

        Held held() {
            return new Held(ticket);
        }

        Idle gone() {
            return new Idle();
        }
    }

    /** Halo refused to close the ticket; it waits for a newer wish. */
    record Held(TicketRef ticket) implements Phase {
        Open retry() {
            return new Open(ticket, 0, false);
        }
    }

    /**
     * The matter is over.
     *
     * @param closed true: the ticket was closed by us; false: it was left to its agent
     * @param tries failed tries to open it again
     */
    record Over(TicketRef ticket, Instant at, boolean closed, int tries, boolean noteSpent) implements Phase {
        Reopening reopening(String callId) {
            return new Reopening(this, callId);
        }

        Wanted another() {
            return new Wanted(0);
        }
    }

    /** Opening the ticket again is in flight. */
    record Reopening(Over from, String callId) implements Phase {
        int attempt() {
            return from.tries() + 1;
        }

        Open reopened() {
            return new Open(from.ticket(), 0, false);
        }

        Over notExecuted() {
            return new Over(from.ticket(), from.at(), from.closed(), attempt(), from.noteSpent());
        }

        Over withoutNote() {
            return new Over(from.ticket(), from.at(), from.closed(), attempt(), true);
        }

        Wanted another() {
            return new Wanted(0);
        }
    }
}
