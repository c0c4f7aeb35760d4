package dev.sundog.avro;

import org.apache.kafka.common.serialization.Serdes;

/** {@link ConfluentAvroSerializer} and {@link ConfluentAvroDeserializer} as one, with the properties of both. */
public final class ConfluentAvroSerde<T> extends Serdes.WrapperSerde<T> {

    /** Not usable until {@link #configure} was called. */
    public ConfluentAvroSerde() {
        super(new ConfluentAvroSerializer<>(), new ConfluentAvroDeserializer<>());
    }
}
