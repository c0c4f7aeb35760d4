package dev.sundog.connector.stream;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lifecycle.TicketShelf;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.storm.Storm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps states in the task's stores, whose changelogs share the transaction with what is sent. */
final class KafkaTicketShelf implements TicketShelf {

    private final KeyValueStore<String, TicketState> tickets;
    private final KeyValueStore<String, Lane> lanes;
    private final KeyValueStore<String, Storm> storms;

    KafkaTicketShelf(
            KeyValueStore<String, TicketState> tickets,
            KeyValueStore<String, Lane> lanes,
            KeyValueStore<String, Storm> storms) {
        this.tickets = tickets;
        this.lanes = lanes;
        this.storms = storms;
    }

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
        tickets.delete(state.identity().ticketKey());
    }

    @Override
    public List<TicketState> after(String ticketKey, int count) {
        List<TicketState> some = new ArrayList<>();
        try (KeyValueIterator<String, TicketState> rest = tickets.range(ticketKey, null)) {
            while (rest.hasNext() && some.size() < count) {
                KeyValue<String, TicketState> entry = rest.next();
                if (!entry.key.equals(ticketKey)) {
                    some.add(entry.value);
                }
            }
        }
        return some;
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
        storms.delete(storm.stormKey());
    }

    @Override
    public void eachStorm(Consumer<Storm> reader) {
        each(storms, reader);
    }

    @Override
    public void eachTicket(Consumer<TicketState> reader) {
        each(tickets, reader);
    }

    @Override
    public void eachLane(Consumer<Lane> reader) {
        each(lanes, reader);
    }

    private static <T> void each(KeyValueStore<String, T> store, Consumer<T> reader) {
        try (KeyValueIterator<String, T> all = store.all()) {
            all.forEachRemaining(entry -> reader.accept(entry.value));
        }
    }
}
