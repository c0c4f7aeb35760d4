package dev.sundog.connector.lifecycle;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.storm.Storm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A shelf whose tickets are found by Halo's number too: errands hear of each ticket that comes, changes its number, or goes. */
record IndexedShelf(TicketShelf shelf, Errands errands) implements TicketShelf {

    @Override
    public @Nullable TicketState ticket(String ticketKey) {
        return shelf.ticket(ticketKey);
    }

    @Override
    public void put(TicketState state) {
        shelf.put(state);
        errands.kept(state);
    }

    @Override
    public void forget(TicketState state) {
        shelf.forget(state);
        errands.forgotten(state);
    }

    @Override
    public List<TicketState> after(String ticketKey, int count) {
        return shelf.after(ticketKey, count);
    }

    @Override
    public void put(Lane lane) {
        shelf.put(lane);
    }

    @Override
    public void put(Storm storm) {
        shelf.put(storm);
    }

    @Override
    public void forget(Storm storm) {
        shelf.forget(storm);
    }

    @Override
    public void eachStorm(Consumer<Storm> reader) {
        shelf.eachStorm(reader);
    }

    @Override
    public void eachTicket(Consumer<TicketState> reader) {
        shelf.eachTicket(reader);
    }

    @Override
    public void eachLane(Consumer<Lane> reader) {
        shelf.eachLane(reader);
    }
}
