package dev.sundog.local.chaos.load;

/** How a product sends. */
public enum Way {
    /** Posts to the gateway. */
    HTTP,
    /** Publishes Avro to the topic, keyed by organization. */
    AVRO,
    /** Publishes Avro without a key. For matters of one event only: without a key, Kafka keeps no order. */
    AVRO_WITHOUT_KEY,
    /** Publishes bytes that nobody can read. */
    GARBAGE
}
