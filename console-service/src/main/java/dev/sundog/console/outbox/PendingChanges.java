package dev.sundog.console.outbox;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The stored side of the outbox. */
interface PendingChanges {

    /**
     * Hands the next changes to the sender and forgets those that it names as sent. At most one change of each object, the
     * oldest: so a change that fails is never overtaken by a later one of its object.
     *
     * @param send gets changes with their sequence, answers the sequences that the broker has
     * @return how many were sent; zero also while another instance of the console is sending
     */
    int publish(Function<List<Numbered>, Collection<Long>> send);

    /** How many wait. */
    long count();

    /** A change with its place in the outbox. */
    record Numbered(long sequence, Outbox.Change change) {}
}
