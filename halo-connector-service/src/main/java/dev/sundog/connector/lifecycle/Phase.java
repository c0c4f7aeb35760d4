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
            case Reading reading -> reading.callId();
            case Idle _, Folded _, Wanted _, Unsure _, Refused _, Open _, Held _, Over _, Parted _ -> null;
        };
    }

    /** A create that may be executed yet; null where there is none. */
    default @Nullable String createId() {
        return switch (this) {
            case Creating creating -> creating.callId();
            case Unsure unsure -> unsure.createId();
            case Finding finding -> finding.createId();
            case Idle _,
                    Folded _,
                    Wanted _,
                    Refused _,
                    Open _,
                    Changing _,
                    Held _,
                    Over _,
                    Reopening _,
                    Parted _,
                    Reading _ -> null;
        };
    }

    /** The ticket in Halo; null where there is none that we know of. */
    default @Nullable TicketRef ticketRef() {
        return switch (this) {
            case Ticketed ticketed -> ticketed.ticket();
            case Changing changing -> changing.ticket();
            case Reopening reopening -> reopening.from().ticket();
            case Reading reading -> reading.from().ticket();
            case Idle _, Folded _, Wanted _, Creating _, Unsure _, Finding _, Refused _ -> null;
        };
    }

    /** A person wants another ticket, whatever became of this one. Legal from everywhere: that is the command's point. */
    default Wanted recreated() {
        return new Wanted(0);
    }

    /** A ticket is wanted and not known to be there. */
    sealed interface Ticketless extends Phase {
        default Idle discarded() {
            return new Idle();
        }

        /** A create that was given up made the ticket after all. */
        default Open cameUp(TicketRef ticket) {
            return new Open(ticket, 0, false);
        }
    }

    /** There is a ticket and nothing is in flight. */
    sealed interface Ticketed extends Phase {

        /** The ticket. */
        TicketRef ticket();

        /** It is about to be read. */
        default Reading reading(String callId) {
            return new Reading(this, callId);
        }
    }

    /** No ticket, and none wanted. */
    record Idle() implements Phase {
        /** A create that was given up made the ticket after all. */
        Open cameUp(TicketRef ticket) {
            return new Open(ticket, 0, false);
        }

        Wanted want() {
            return new Wanted(0);
        }
    }

    /** A ticket is wanted and certainly not there. */
    record Wanted(int tries) implements Ticketless {
        Creating creating(String callId) {
            return new Creating(callId, tries + 1);
        }

        Idle dropped() {
            return new Idle();
        }

        Folded folded(int generation, Instant at, @Nullable TicketRef ticket) {
            return new Folded(generation, at, ticket, false);
        }
    }

    /**
     * The matter has no ticket of its own: it lives in the one of its organization's storm.
     *
     * @param generation which of the organization's storms
     * @param ticket the storm's; null until it is there and the sources were told
     * @param over true: the matter is over; it stays in the storm's table
     */
    record Folded(int generation, Instant at, @Nullable TicketRef ticket, boolean over) implements Phase {
        Folded housed(TicketRef storm) {
            return new Folded(generation, at, storm, over);
        }

        Folded ended() {
            return new Folded(generation, at, ticket, true);
        }

        Folded resumed() {
            return new Folded(generation, at, ticket, false);
        }

        Idle unfolded() {
            return new Idle();
        }
    }

    /** The create is in flight. */
    record Creating(String callId, int attempt) implements Ticketless {
        Open created(TicketRef ticket) {
            return new Open(ticket, 0, false);
        }

        Wanted notExecuted() {
            return new Wanted(attempt);
        }

        Unsure unknown() {
            return new Unsure(callId, attempt, 0, 0);
        }

        Refused refused() {
            return new Refused(attempt);
        }
    }

    /**
     * Nobody can say whether Halo made the ticket. It is looked up after the quarantine.
     *
     * @param looks how often it was looked for
     * @param misses how many of these looks showed none
     */
    record Unsure(String createId, int attempt, int looks, int misses) implements Ticketless {
        Finding finding(String callId) {
            return new Finding(callId, createId, attempt, looks + 1, misses);
        }

        Creating late() {
            return new Creating(createId, attempt);
        }
    }

    /** The look-up is in flight. */
    record Finding(String callId, String createId, int attempt, int looks, int misses) implements Ticketless {
        Open found(TicketRef ticket) {
            return new Open(ticket, 0, false);
        }

        Wanted missing() {
            return new Wanted(attempt);
        }

        Unsure unknown() {
            return new Unsure(createId, attempt, looks, misses);
        }

        Unsure notSeen() {
            return new Unsure(createId, attempt, looks, misses + 1);
        }

        Creating late() {
            return new Creating(createId, attempt);
        }
    }

    /** Halo refused to make the ticket; it waits for a newer wish. */
    record Refused(int attempt) implements Ticketless {
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
    record Open(TicketRef ticket, int tries, boolean noteSpent) implements Ticketed {
        Changing changing(String callId, Change change) {
            return new Changing(ticket, callId, tries + 1, change, noteSpent);
        }

        Over over(Instant at, Finish finish) {
            return new Over(ticket, at, finish, 0, false);
        }

        Parted parted(Instant at, Parting how, long heard) {
            return new Parted(ticket, at, how, heard);
        }

        /** Our own closing was carried out late: the ticket is opened again, without a note, for there is no news. */
        Over closedLate(Instant at) {
            return new Over(ticket, at, Finish.CLOSED, 0, true);
        }

        /** Halo shows it at another address. */
        Open renamed(TicketRef ticket) {
            return new Open(ticket, tries, noteSpent);
        }

        /** It was merged into another ticket, which is told from now on. */
        Open following(TicketRef ticket) {
            return new Open(ticket, 0, false);
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

        Over over(Instant at, Finish finish) {
            return new Over(ticket, at, finish, 0, false);
        }

        Held held() {
            return new Held(ticket);
        }

        Parted deleted(Instant at, long heard) {
            return new Parted(ticket, at, Parting.DELETED, heard);
        }
    }

    /** Halo refused to close the ticket; it waits for a newer wish. */
    record Held(TicketRef ticket) implements Ticketed {
        /** Halo shows it at another address. */
        Held renamed(TicketRef ticket) {
            return new Held(ticket);
        }

        Open retry() {
            return new Open(ticket, 0, false);
        }

        Over over(Instant at, Finish finish) {
            return new Over(ticket, at, finish, 0, false);
        }
    }

    /** How the matter's end left its ticket. */
    enum Finish {
        /** Closed by us. */
        CLOSED,
        /** Open, for its agent to close. */
        LEFT,
        /** Closed by a person. */
        CLOSED_BY_PERSON,
        /** In a status by which a person said that the matter shall not be brought up again: it is not opened again. */
        WONT_FIX
    }

    /**
     * The matter is over.
     *
     * @param at since when the ticket is as it is
     * @param tries failed tries to open it again
     */
    record Over(TicketRef ticket, Instant at, Finish finish, int tries, boolean noteSpent) implements Ticketed {
        boolean closed() {
            return finish != Finish.LEFT;
        }

        /** True when its closing told of the end that began then. */
        boolean toldOf(Instant end) {
            return finish == Finish.CLOSED && !end.isAfter(at);
        }

        /**
         * Halo opened it late, at our own wish that was given up.
         *
         * @param told true: the ticket tells of its end already, so it is closed again without a note
         */
        Open opened(boolean told) {
            return new Open(ticket, 0, told);
        }

        Over finished(Finish as) {
            return new Over(ticket, at, as, tries, noteSpent);
        }

        Reopening reopening(String callId) {
            return new Reopening(this, callId);
        }

        Wanted another() {
            return new Wanted(0);
        }

        Idle gone() {
            return new Idle();
        }
    }

    /**
     * A person took the ticket away while the matter lasts: see {@link PartingRules}.
     *
     * @param at when that was noticed
     * @param heard how often the matter had been reported then; more means that it was repeated since
     */
    record Parted(TicketRef ticket, Instant at, Parting how, long heard) implements Ticketed {
        Wanted another() {
            return new Wanted(0);
        }

        Over over(Finish finish) {
            return new Over(ticket, at, finish, 0, false);
        }

        Parted as(Parting other) {
            return new Parted(ticket, at, other, heard);
        }

        /** A person opened it again. */
        Open open() {
            return new Open(ticket, 0, false);
        }

        Idle gone() {
            return new Idle();
        }
    }

    /**
     * The ticket is being read.
     *
     * @param from where it was, and is again afterwards if nothing changed in Halo
     */
    record Reading(Ticketed from, String callId) implements Phase {
        Reading retry() {
            return from instanceof Held held ? new Reading(held.retry(), callId) : this;
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
            return new Over(from.ticket(), from.at(), from.finish(), attempt(), from.noteSpent());
        }

        Over withoutNote() {
            return new Over(from.ticket(), from.at(), from.finish(), attempt(), true);
        }

        Wanted another() {
            return new Wanted(0);
        }
    }
}
