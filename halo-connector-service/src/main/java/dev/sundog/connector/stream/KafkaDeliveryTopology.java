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
 * The topology of delivery: requests, outcomes, notices and commands in; calls, ticket events, lanes, findings and what can be
 * chosen in Halo out; stores for tickets, lanes and errands.
 *
 * <p>Every topic here is partitioned by connection and has as many partitions as the others, so a lane and its tickets are
 * always in one task.
 */
record KafkaDeliveryTopology(
        DeliveryTimes times,
        LaneDirectory directory,
        ErrandDirectory errands,
        ConnectorMeters meters,
        AvroPorts ports) {

    static final String TICKETS = "tickets";
    static final String LANES = "lanes";
    static final String STORMS = "storms";
    static final String CALLS = "calls";
    static final String EVENTS = "events";
    static final String LANE_STATUS = "lane-status";
    static final String FINDINGS = "findings";
    static final String REFERENCE = "reference";
    private static final String SOURCE = "in";
    private static final String DELIVERY = "delivery";

    /** Adds it to an empty topology. */
    Topology addTo(Topology topology) {
        topology.addSource(
                        SOURCE,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        AvroPorts.READ.stream().map(ports::name).toArray(String[]::new))
                .addProcessor(DELIVERY, () -> new KafkaDeliveryProcessor(this), SOURCE)
                .addStateStore(store(TICKETS, AvroStateSerde.tickets()), DELIVERY)
                .addStateStore(store(LANES, AvroStateSerde.lanes()), DELIVERY)
                .addStateStore(store(STORMS, AvroStateSerde.storms()), DELIVERY)
                .addStateStore(store(KafkaErrandShelf.BY_HALO_ID, AvroStateSerde.knownTickets()), DELIVERY)
                .addStateStore(small(KafkaErrandShelf.POLLS, AvroStateSerde.polls()), DELIVERY)
                .addStateStore(small(KafkaErrandShelf.AUDITS, AvroStateSerde.audits()), DELIVERY)
                .addStateStore(small(KafkaErrandShelf.READINGS, AvroStateSerde.readings()), DELIVERY);
        written(topology, CALLS, Topics.HALO_CALLS);
        written(topology, EVENTS, Topics.TICKET_EVENTS);
        written(topology, LANE_STATUS, Topics.LANES);
        written(topology, FINDINGS, Topics.DUPLICATE_FINDINGS);
        written(topology, REFERENCE, Topics.HALO_REFERENCE);
        AvroPorts.READ.forEach(topic -> buried(topology, topic));
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
    private void buried(Topology topology, Topic topic) {
        topology.addSink(
                AvroPorts.grave(topic),
                topic.deadLetters().name(ports.prefix()),
                new StringSerializer(),
                raw(),
                DELIVERY);
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    /** One row for each connection: not worth a database of its own. */
    private static <T> StoreBuilder<KeyValueStore<String, T>> small(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
    }

    private static Serializer<Object> raw() {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return (topic, value) -> bytes.serialize(topic, (byte[]) value);
    }
}
