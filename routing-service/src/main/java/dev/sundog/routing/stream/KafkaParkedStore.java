package dev.sundog.routing.stream;

import dev.sundog.routing.parking.Mark;
import dev.sundog.routing.parking.ParkedQueues;
import dev.sundog.routing.parking.ParkedQueues.Stretch;
import dev.sundog.routing.parking.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The parked events of one partition: rows on disk with a changelog, and the index over them in memory. */
final class KafkaParkedStore {

    static final String NAME = "parked-events";

    private final KeyValueStore<Bytes, byte[]> store;
    private final ParkedQueues queues = new ParkedQueues();

    /** Opens the store and rebuilds the index from it. */
    KafkaParkedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> queues.restore(Place.of(row.key.get()), Mark.of(row.value)));
        }
    }

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    ParkedQueues queues() {
        return queues;
    }

    void put(Place place, Mark mark, byte[] event) {
        store.put(Bytes.wrap(place.key()), mark.before(event));
    }

    void delete(Place place, Mark mark) {
        store.delete(Bytes.wrap(place.key()));
        queues.leave(place, mark);
    }

    /** Visits the rows of a stretch in order until the visitor has enough. True when it saw all of them. */
    boolean visit(String organizationId, Stretch stretch, Predicate<Row> goOn) {
        if (stretch.from() >= stretch.to()) {
            return true;
        }
        var from = Bytes.wrap(new Place(organizationId, stretch.from()).key());
        // The store counts the upper end in.
        var to = Bytes.wrap(new Place(organizationId, stretch.to() - 1).key());
        try (var rows = store.range(from, to)) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (!goOn.test(new Row(Place.of(row.key.get()), Mark.of(row.value), row.value))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The rows of the organization that are parked for themselves alone and may be about the matter, in their order. */
    List<Row> waiting(String organizationId, int matter) {
        return queues.waiting(organizationId, matter).stream()
                .flatMap(
                        place -> Optional.ofNullable(store.get(Bytes.wrap(place.key())))
                                .map(row -> new Row(place, Mark.of(row), row))
                                .stream())
                .toList();
    }

    /** How many rows there are, by the index. */
    long size() {
        return queues.size();
    }

    /** One parked event. */
    static final class Row {
        private final Place place;
        private final Mark mark;
        private final byte[] row;

        Row(Place place, Mark mark, byte[] row) {
            this.place = place;
            this.mark = mark;
            this.row = row;
        }

        Place place() {
            return place;
        }

        Mark mark() {
            return mark;
        }

        /** The event without its mark. */
        byte[] event() {
            return Arrays.copyOfRange(row, Mark.SIZE, row.length);
        }
    }
}
