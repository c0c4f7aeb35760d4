package dev.sundog.connector.lifecycle;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.storm.Storm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the states are kept, in one transaction with what is sent. Used by one thread. */
public interface TicketShelf {

    /** Null for a key that nothing is known of. */
    @Nullable
    TicketState ticket(String ticketKey);

    /** Replaces the state of its key. */
    void put(TicketState state);

    /** Forgets a ticket for good. */
    void forget(TicketState state);

    /** At most so many tickets whose keys follow the given one, in the order of keys; from the first key for an empty text. */
    List<TicketState> after(String ticketKey, int count);

    /** Replaces the lane of its connection. */
    void put(Lane lane);

    /** Replaces the storm of its organization. */
    void put(Storm storm);

    /** Forgets what is known of an organization's new matters. */
    void forget(Storm storm);

    /** Shows every ticket, in no order. */
    void eachTicket(Consumer<TicketState> reader);

    /** Shows every storm, in no order. */
    void eachStorm(Consumer<Storm> reader);

    /** Shows every lane, in no order. */
    void eachLane(Consumer<Lane> reader);
}
