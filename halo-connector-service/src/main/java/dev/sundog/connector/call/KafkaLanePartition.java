package dev.sundog.connector.call;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Keeps all of one connection in one partition, whatever the record's key is. */
public final class KafkaLanePartition {

    private KafkaLanePartition() {}

    /** The partition of a connection: the default partitioner's choice for that id as the key. */
    public static int of(String connectionId, int partitions) {
        return BuiltInPartitioner.partitionForKey(connectionId.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
