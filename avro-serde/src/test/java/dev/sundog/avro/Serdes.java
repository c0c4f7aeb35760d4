package dev.sundog.avro;

import java.util.HashMap;
import java.util.Map;

/** A serializer and a deserializer for values, with the same properties. */
record Serdes(ConfluentAvroSerializer<Object> serializer, ConfluentAvroDeserializer<Object> deserializer) {

    static Serdes of(String url, Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("schema.registry.url", url);
        Serdes serdes = new Serdes(new ConfluentAvroSerializer<>(), new ConfluentAvroDeserializer<>());
        serdes.serializer().configure(properties, false);
        serdes.deserializer().configure(properties, false);
        return serdes;
    }
}
