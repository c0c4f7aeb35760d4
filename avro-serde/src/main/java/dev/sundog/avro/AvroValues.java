package dev.sundog.avro;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** What a value says about itself. */
final class AvroValues {

    private static final Map<Class<?>, Schema> PRIMITIVES = Map.of(
            String.class, Schema.create(Schema.Type.STRING),
            Integer.class, Schema.create(Schema.Type.INT),
            Long.class, Schema.create(Schema.Type.LONG),
            Float.class, Schema.create(Schema.Type.FLOAT),
            Double.class, Schema.create(Schema.Type.DOUBLE),
            Boolean.class, Schema.create(Schema.Type.BOOLEAN),
            byte[].class, Schema.create(Schema.Type.BYTES));

    private AvroValues() {}

    static Schema schema(Object value) {
        if (value instanceof GenericContainer container) {
            return container.getSchema();
        }
        Class<?> type = value instanceof CharSequence
                ? String.class
                : value instanceof ByteBuffer ? byte[].class : value.getClass();
        Schema schema = PRIMITIVES.get(type);
        if (schema == null) {
            throw new SerializationException(
                    value.getClass().getName()
                            + " is not an Avro value: a generated class, a generic record or the Java form of a primitive type");
        }
        return schema;
    }

    /** The class whose model writes the value: its own if it was generated, Avro's generic one otherwise. */
    static Class<?> form(Object value) {
        return value instanceof SpecificRecord ? value.getClass() : GenericData.class;
    }
}
