package dev.sundog.avro;

import dev.sundog.avro.SchemaRegistryClient.Latest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.errors.SerializationException;

/** Writes values of one schema under one id. Safe from any thread. */
final class BodyWriter {

    private static final int USUAL_SIZE = 1024;

    private final int id;
    private final Schema schema;
    private final DatumWriter<Object> body;

    private BodyWriter(int id, Schema schema, DatumWriter<Object> body) {
        this.id = id;
        this.schema = schema;
        this.body = body;
    }

    /**
     * A writer that writes as the value's own schema says.
     *
     * @param type the generated class, or Avro's generic one
     */
    static BodyWriter of(int id, Schema schema, Class<?> type) {
        return new BodyWriter(id, schema, datumWriter(schema, type));
    }

    /**
     * A writer that writes as the newest registered schema says, whatever the value's own is.
     *
     * @param strict true: refuse if readers of the newest schema could not read values of this one
     * @throws SerializationException if they could not
     */
    static BodyWriter as(Latest latest, Schema schema, Class<?> type, boolean strict) {
        if (SchemaNormalization.toParsingForm(latest.schema()).equals(SchemaNormalization.toParsingForm(schema))) {
            return of(latest.id(), schema, type);
        }
        var fit = SchemaCompatibility.checkReaderWriterCompatibility(latest.schema(), schema);
        if (strict && fit.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new SerializationException("the newest registered schema, id " + latest.id() + ", cannot take it: "
                    + fit.getResult().getIncompatibilities());
        }
        return new BodyWriter(latest.id(), schema, new Rewriting(datumWriter(schema, type), schema, latest.schema()));
    }

    byte[] write(Object value) {
        if (schema.getType() == Schema.Type.BYTES) {
            return raw(value);
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream(USUAL_SIZE);
        writePrefix(record);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(record, null);
            body.write(value, encoder);
            encoder.flush();
            return record.toByteArray();
        } catch (IOException | RuntimeException refused) {
            // Avro's own message names the field.
            throw new SerializationException(
                    "cannot write " + schema.getFullName() + ": " + refused.getMessage(), refused);
        }
    }

    /** Bytes alone have no length before them: so Confluent's serializer has it. */
    private byte[] raw(Object value) {
        ByteBuffer bytes = value instanceof ByteBuffer buffer ? buffer.duplicate() : ByteBuffer.wrap((byte[]) value);
        ByteBuffer record = ByteBuffer.allocate(WireFormat.PREFIX + bytes.remaining());
        return record.put((byte) 0).putInt(id).put(bytes).array();
    }

    private void writePrefix(ByteArrayOutputStream record) {
        record.write(0);
        record.write(id >>> 24);
        record.write(id >>> 16);
        record.write(id >>> 8);
        record.write(id);
    }

    @SuppressWarnings("unchecked") // a writer takes what its model knows
    private static DatumWriter<Object> datumWriter(Schema schema, Class<?> type) {
        DatumWriter<?> writer = type == GenericData.class
                ? new GenericDatumWriter<>(schema)
                : new SpecificDatumWriter<>(schema, SpecificData.getForClass(type));
        return (DatumWriter<Object>) writer;
    }

    /** Writes a value as another schema says: writes it as its own, reads that as the other, writes that. */
    private record Rewriting(DatumWriter<Object> own, Schema from, Schema to) implements DatumWriter<Object> {

        @Override
        public void setSchema(Schema schema) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(Object value, org.apache.avro.io.Encoder out) throws IOException {
            ByteArrayOutputStream first = new ByteArrayOutputStream(USUAL_SIZE);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(first, null);
            own.write(value, encoder);
            encoder.flush();
            Object read = new GenericDatumReader<>(from, to)
                    .read(null, DecoderFactory.get().binaryDecoder(first.toByteArray(), null));
            new GenericDatumWriter<>(to).write(read, out);
        }
    }
}
