package dev.sundog.connector.stream;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.storm.Storm;
import org.apache.kafka.common.serialization.Serde;

/** States as they come back from the stores: written and read again. */
public final class StateCopies {

    private final Serde<TicketState> tickets = AvroStateSerde.tickets();
    private final Serde<Lane> lanes = AvroStateSerde.lanes();
    private final Serde<Storm> storms = AvroStateSerde.storms();

    public Storm storm(Storm storm) {
        return copy(storms, storm);
    }

    public TicketState ticket(TicketState state) {
        return copy(tickets, state);
    }

    public Lane lane(Lane lane) {
        return copy(lanes, lane);
    }

    private static <T> T copy(Serde<T> serde, T state) {
        return serde.deserializer().deserialize("", serde.serializer().serialize("", state));
    }
}
