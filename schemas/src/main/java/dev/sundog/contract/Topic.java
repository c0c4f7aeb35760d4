package dev.sundog.contract;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One topic of the contract.
 *
 * @param name its name, without the prefix that an installation may set
 * @param key what the record key holds, as UTF-8 text
 * @param partitionedBy what chooses the partition
 * @param cleanup what the broker may forget
 * @param retention how long a record stays; empty for a topic that is only compacted
 * @param value schema of the value; empty for dead letters, which hold the bytes as they came
 */
public record Topic(
        String name,
        String key,
        PartitionedBy partitionedBy,
        Cleanup cleanup,
        Optional<Duration> retention,
        Optional<Schema> value) {

    /** What chooses the partition of a record. */
    public enum PartitionedBy {
        /** The producer, however it likes; nothing may depend on it. */
        PRODUCER,
        /** The hash of the key, as Kafka's default partitioner does it. */
        KEY,
        /** The hash of the organization id, as Kafka's default partitioner would do it with that key. */
        ORGANIZATION_ID,
        /** The hash of the connection id, as Kafka's default partitioner would do it with that key. */
        CONNECTION_ID
    }

    /** What the broker may forget. */
    public enum Cleanup {
        /** Records older than the retention. */
        DELETE,
        /** All but the latest record of each key. */
        COMPACT
    }

    /** The topic that keeps what could not be read here: same key, same partition, raw bytes, the reason in headers. */
    public Topic deadLetters() {
        return new Topic(
                name + "-dlt", key, partitionedBy, Cleanup.DELETE, Optional.of(Duration.ofDays(90)), Optional.empty());
    }

    /**
     * The topic's name in an installation.
     *
     * @param prefix what the installation puts before every name; empty for none
     */
    public String name(String prefix) {
        return prefix + name;
    }
}
