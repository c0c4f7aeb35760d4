package dev.sundog.connector.lifecycle;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.storm.Storm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps states in memory. */
final class MemoryShelf implements TicketShelf {

    private final NavigableMap<String, TicketState> tickets = new TreeMap<>();
    private final Map<String, Storm> storms = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    @Override
    public @Nullable TicketState ticket(String ticketKey) {
        return tickets.get(ticketKey);
    }

    @Override
    public void put(TicketState state) {
        tickets.put(state.identity().ticketKey(), state);
    }

    @Override
    public void forget(TicketState state) {
        tickets.remove(state.identity().ticketKey());
    }

    @Override
    public List<TicketState> after(String ticketKey, int count) {
        return tickets.tailMap(ticketKey, false).values().stream().limit(count).toList();
    }

    @Override
    public void put(Lane lane) {
        lanes.put(lane.connectionId(), lane);
    }

    @Override
    public void put(Storm storm) {
        storms.put(storm.stormKey(), storm);
    }

    @Override
    public void forget(Storm storm) {
        storms.remove(storm.stormKey());
    }

    @Override
    public void eachStorm(Consumer<Storm> reader) {
        storms.values().forEach(reader);
    }

    @Override
    public void eachTicket(Consumer<TicketState> reader) {
        tickets.values().forEach(reader);
    }

    @Override
    public void eachLane(Consumer<Lane> reader) {
        lanes.values().forEach(reader);
    }
}
