package dev.sundog.avro;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads bodies that one schema wrote. Safe from any thread. */
final class BodyReader {

    private final Schema writer;
    private final DatumReader<Object> body;

    private BodyReader(Schema writer, DatumReader<Object> body) {
        this.writer = writer;
        this.body = body;
    }

    /** A reader that gives generic records. */
    static BodyReader generic(Schema writer) {
        return new BodyReader(writer, new GenericDatumReader<>(writer));
    }

    /**
     * A reader that gives the generated class of the schema's name, in the version that is on the class path.
     *
     * @throws UndecodableRecordException if there is no such class, or it is not trusted
     */
    static BodyReader specific(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            return generic(writer);
        }
        Class<?> type = generatedClass(writer);
        SpecificData model = SpecificData.getForClass(type);
        return new BodyReader(writer, new SpecificDatumReader<>(writer, model.getSchema(type), model));
    }

    private static Class<?> generatedClass(Schema writer) {
        Class<?> type;
        try {
            type = SpecificData.get().getClass(writer);
        } catch (SecurityException untrusted) {
            throw new UndecodableRecordException(
                    "class " + writer.getFullName() + " is not trusted; " + Settings.TRUSTED_PACKAGES
                            + " can name its package",
                    untrusted);
        }
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new UndecodableRecordException("no generated class for schema " + writer.getFullName());
        }
        return type;
    }

    /**
     * Reads one body to its end.
     *
     * @param start where it begins in the record
     * @throws UndecodableRecordException if it is not what the schema says, or longer
     */
    @Nullable
    Object read(byte[] record, int start) {
        if (writer.getType() == Schema.Type.BYTES) {
            return Arrays.copyOfRange(record, start, record.length);
        }
        Object value;
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(record, start, record.length - start, null);
            value = body.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableRecordException("bytes are left behind the body");
            }
        } catch (UndecodableRecordException tooLong) {
            throw tooLong;
        } catch (IOException | RuntimeException corrupt) {
            // Without the message of the cause: it may quote the body.
            throw new UndecodableRecordException(
                    "the body is not what the schema says ("
                            + corrupt.getClass().getSimpleName() + ")",
                    corrupt);
        }
        return writer.getType() == Schema.Type.STRING ? value.toString() : value;
    }
}
