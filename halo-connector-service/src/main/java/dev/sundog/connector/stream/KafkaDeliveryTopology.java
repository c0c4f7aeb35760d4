package dev.sundog.connector.stream;

import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lifecycle.DeliveryTimes;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of delivery: requests and outcomes in, calls and ticket events out, two stores.
 *
 * <p>Every topic here is partitioned by connection and has as many partitions as the others, so a lane and its tickets are
 * always in one task.
 */
record KafkaDeliveryTopology(DeliveryTimes times, LaneDirectory directory, ConnectorMeters meters, AvroPorts ports) {

    static final String TICKETS = "tickets";
    static final String LANES = "lanes";
    static final String CALLS = "calls";
    static final String EVENTS = "events";
    static final String LANE_STATUS = "lane-status";
    static final String DEAD_REQUESTS = "dead-requests";
    static final String DEAD_OUTCOMES = "dead-outcomes";
    private static final String SOURCE = "in";
    private static final String DELIVERY = "delivery";

    /** Adds it to an empty topology. */
    Topology addTo(Topology topology) {
        String prefix = ports.prefix();
        topology.addSource(
                        SOURCE,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.TICKET_REQUESTS.name(prefix),
                        Topics.HALO_OUTCOMES.name(prefix),
                        Topics.HALO_NOTICES.name(prefix))
                .addProcessor(DELIVERY, () -> new KafkaDeliveryProcessor(times, directory, meters, ports), SOURCE)
                .addStateStore(store(TICKETS, AvroStateSerde.tickets()), DELIVERY)
                .addStateStore(store(LANES, AvroStateSerde.lanes()), DELIVERY);
        written(topology, CALLS, Topics.HALO_CALLS);
        written(topology, EVENTS, Topics.TICKET_EVENTS);
        written(topology, LANE_STATUS, Topics.LANES);
        buried(topology, DEAD_REQUESTS, Topics.TICKET_REQUESTS);
        buried(topology, DEAD_OUTCOMES, Topics.HALO_OUTCOMES);
        return topology;
    }

    /** What we write goes to its connection's partition. */
    private void written(Topology topology, String name, Topic topic) {
        topology.addSink(
                name,
                topic.name(ports.prefix()),
                new StringSerializer(),
                ports.values(),
                new KafkaPartitions(),
                DELIVERY);
    }

    /** What cannot be read is kept as it came. */
    private void buried(Topology topology, String name, Topic topic) {
        topology.addSink(name, topic.deadLetters().name(ports.prefix()), new StringSerializer(), raw(), DELIVERY);
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    private static Serializer<Object> raw() {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return (topic, value) -> bytes.serialize(topic, (byte[]) value);
    }
}
