package dev.sundog.avro;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How a record names the schema it was written with.
 *
 * <p>The usual form puts a zero byte and the schema's id, four bytes, the highest first, before the body. The newer form puts
 * a one and the 16 bytes of the schema's GUID into a header and leaves the body bare. Either name is understood in either
 * place, as Confluent's readers do.
 */
final class WireFormat {

    /** Bytes before the body in the usual form. */
    static final int PREFIX = 5;

    static final String KEY_HEADER = "__key_schema_id";
    static final String VALUE_HEADER = "__value_schema_id";

    private static final byte ID = 0;
    private static final byte GUID = 1;

    private WireFormat() {}

    /** The name of a schema. */
    sealed interface SchemaName {

        /** Its number in one registry. */
        record Id(int id) implements SchemaName {
            @Override
            public String toString() {
                return "id " + id;
            }
        }

        /** Its number in every registry. */
        record Guid(UUID guid) implements SchemaName {
            @Override
            public String toString() {
                return "GUID " + guid;
            }
        }
    }

    /**
     * A record taken apart.
     *
     * @param bodyStart where the body begins in the record's bytes
     */
    record Framed(SchemaName schema, int bodyStart) {}

    /**
     * Finds the schema's name, in the header if it is there, before the body otherwise.
     *
     * @throws UndecodableRecordException if there is none
     */
    static Framed open(@Nullable Headers headers, boolean isKey, byte[] record) {
        Header header = headers == null ? null : headers.lastHeader(isKey ? KEY_HEADER : VALUE_HEADER);
        if (header != null && header.value() != null) {
            return new Framed(name(ByteBuffer.wrap(header.value()), "its schema header"), 0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(record);
        SchemaName schema = name(bytes, "its first bytes");
        return new Framed(schema, bytes.position());
    }

    private static SchemaName name(ByteBuffer bytes, String place) {
        int length = bytes.remaining();
        if (length == 0) {
            throw new UndecodableRecordException("not in Confluent's wire format: " + place + " are missing");
        }
        byte magic = bytes.get();
        if (magic == ID && bytes.remaining() >= Integer.BYTES) {
            return new SchemaName.Id(positive(bytes.getInt(), place));
        }
        if (magic == GUID && bytes.remaining() >= 2 * Long.BYTES) {
            return new SchemaName.Guid(new UUID(bytes.getLong(), bytes.getLong()));
        }
        if (magic == ID || magic == GUID) {
            throw new UndecodableRecordException(
                    "not in Confluent's wire format: " + place + " end after " + length + " bytes");
        }
        throw new UndecodableRecordException("not in Confluent's wire format: " + place + " begin with "
                + (magic & 0xff) + ", not 0 (a schema id) or 1 (a schema GUID)");
    }

    private static int positive(int id, String place) {
        if (id < 1) {
            throw new UndecodableRecordException("not in Confluent's wire format: " + place + " hold the schema id "
                    + id + ", which is not above zero");
        }
        return id;
    }
}
