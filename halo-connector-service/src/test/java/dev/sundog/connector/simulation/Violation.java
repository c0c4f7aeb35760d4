package dev.sundog.connector.simulation;

/** A promise is broken. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Promise promise;

    Violation(Promise promise, String detail) {
        super(promise + ": " + detail);
        this.promise = promise;
    }

    Promise promise() {
        return promise;
    }

    /** What is checked. */
    enum Promise {
        /** At most one ticket for one key and episode. */
        ONE_TICKET,
        /** A matter that lasts has its ticket. */
        NONE_MISSING,
        /** When things calm down, Halo shows the latest wish. */
        LATEST_STATE,
        /** Each accepted event has exactly one terminal outcome. */
        BALANCE,
        /** One call out to a connection at a time. */
        ONE_IN_FLIGHT,
        /** No rolling window has more calls than the budget. */
        BUDGET,
        /** One TicketCreated for one key and episode. */
        CREATED_ONCE,
        /** The same note is not written twice. */
        NOTE_ONCE,
        /** No call is sent after its last moment. */
        NOT_AFTER,
        /** After an unknown create: quarantine and look-up before another. */
        NO_BLIND_CREATE,
        /** A ticket event names a ticket that is the key's own. */
        OWN_TICKET,
        /** When things calm down, nothing goes on for ever. */
        SETTLES,
        /** What comes back from the store is what was put there. */
        STATE_KEPT,
        /** A phase follows another by a transition that exists. */
        LEGAL_TRANSITION,
        /** Nothing throws. */
        NO_EXCEPTION
    }
}
