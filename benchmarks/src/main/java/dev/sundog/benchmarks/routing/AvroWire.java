package dev.sundog.benchmarks.routing;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Bytes and records, by the serializers of the services, with a registry in this process. */
final class AvroWire {

    private static final Map<String, Object> SETTINGS = Map.of(
            "schema.registry.url", "mock://benchmarks", "specific.avro.reader", true, "auto.register.schemas", true);

    private final ConfluentAvroSerializer<SpecificRecord> serializer = new ConfluentAvroSerializer<>();
    private final ConfluentAvroDeserializer<SpecificRecord> deserializer = new ConfluentAvroDeserializer<>();

    AvroWire() {
        serializer.configure(SETTINGS, false);
        deserializer.configure(SETTINGS, false);
    }

    ConfluentAvroSerializer<SpecificRecord> serializer() {
        return serializer;
    }

    ConfluentAvroDeserializer<SpecificRecord> deserializer() {
        return deserializer;
    }

    byte[] bytes(String topic, SpecificRecord record) {
        byte[] bytes = serializer.serialize(topic, record);
        if (bytes == null) {
            throw new IllegalStateException("no bytes for a record of " + topic);
        }
        return bytes;
    }
}
