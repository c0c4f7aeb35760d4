package dev.sundog.connector.simulation;

import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.Wish;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the world outside does in one schedule, and what may go wrong.
 *
 * @param budgets calls in one window, by connection
 */
record Plan(long seed, Map<String, Integer> budgets, List<Step> steps, List<Fault> without) {

    Plan {
        budgets = Map.copyOf(budgets);
        steps = List.copyOf(steps);
        without = List.copyOf(without);
    }

    /** Something that happens so many milliseconds after the beginning. */
    sealed interface Step {
        long at();
    }

    /** Routing asks for something. */
    record Asks(long at, TicketIdentity identity, Wish wish) implements Step {
        Input.Requested requested() {
            return new Input.Requested(identity, wish);
        }
    }

    /** A person does something to a ticket of a connection. */
    record PersonActs(long at, String connectionId, Fault deed, int choice) implements Step {}

    /** A person commands something about a ticket; the same id may come twice. */
    record Commands(long at, String ticketKey, Input.Commanded command) implements Step {}

    /** Somebody says that a ticket changed, rightly or not. */
    record Hints(long at, String ticketKey, @Nullable Long statusId) implements Step {}

    /** A connection has something wrong for a while. */
    record Breaks(long at, String connectionId, Fault fault, long millis) implements Step {}
}
