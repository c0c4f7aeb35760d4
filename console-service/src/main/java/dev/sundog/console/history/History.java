package dev.sundog.console.history;

import java.util.List;

/** Where it is written down what the event topics say. */
interface History {

    /**
     * Writes all of it or nothing. The same entry twice, and entries in another order, leave the same history.
     *
     * @throws UnholdableException if an entry is such that it can never be written
     */
    void write(List<HistoryEntry> entries);

    /** An entry does not fit and never will. */
    final class UnholdableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnholdableException(Throwable cause) {
            super("the history cannot hold an entry", cause);
        }
    }
}
