package dev.sundog.connector.stream;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Poll;
import dev.sundog.connector.storm.Storm;
import dev.sundog.connector.stream.state.AuditRow;
import dev.sundog.connector.stream.state.KnownTicketRow;
import dev.sundog.connector.stream.state.LaneRow;
import dev.sundog.connector.stream.state.PollRow;
import dev.sundog.connector.stream.state.ReadingRow;
import dev.sundog.connector.stream.state.StormRow;
import dev.sundog.connector.stream.state.TicketRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps states as Avro with the fingerprint of the schema that wrote them, and reads what every released version wrote.
 *
 * @param <T> the state
 * @param <R> its row
 */
final class AvroStateSerde<T, R> implements Serde<T> {

    static {
        // Avro makes only classes that it was told to trust.
        String rows = TicketRow.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(rows)));
    }

    private final BinaryMessageEncoder<R> encoder;
    private final BinaryMessageDecoder<R> decoder;
    private final Function<T, R> write;
    private final Function<R, T> read;

    private AvroStateSerde(Schema schema, SchemaStore released, Function<T, R> write, Function<R, T> read) {
        SpecificData data = new SpecificData();
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        this.encoder = new BinaryMessageEncoder<>(data, schema, false);
        this.decoder = new BinaryMessageDecoder<>(data, schema, released);
        this.write = write;
        this.read = read;
    }

    static Serde<TicketState> tickets() {
        return new AvroStateSerde<TicketState, TicketRow>(
                TicketRow.getClassSchema(), released("ticket-1.avsc"), AvroStates::write, AvroStates::read);
    }

    static Serde<Lane> lanes() {
        return new AvroStateSerde<Lane, LaneRow>(
                LaneRow.getClassSchema(), released("lane-1.avsc"), AvroLanes::write, AvroLanes::read);
    }

    static Serde<KnownTicket> knownTickets() {
        return new AvroStateSerde<KnownTicket, KnownTicketRow>(
                KnownTicketRow.getClassSchema(),
                released("known-ticket-1.avsc"),
                AvroErrands::write,
                AvroErrands::read);
    }

    static Serde<Poll> polls() {
        return new AvroStateSerde<Poll, PollRow>(
                PollRow.getClassSchema(), released("poll-1.avsc"), AvroErrands::write, AvroErrands::read);
    }

    static Serde<Audit> audits() {
        return new AvroStateSerde<Audit, AuditRow>(
                AuditRow.getClassSchema(), released("audit-1.avsc"), AvroErrands::write, AvroErrands::read);
    }

    static Serde<Reading> readings() {
        return new AvroStateSerde<Reading, ReadingRow>(
                ReadingRow.getClassSchema(), released("reading-1.avsc"), AvroReadings::write, AvroReadings::read);
    }

    static Serde<Storm> storms() {
        return new AvroStateSerde<Storm, StormRow>(
                StormRow.getClassSchema(), released("storm-1.avsc"), AvroStorms::write, AvroStorms::read);
    }

    /** The released schemas of the given names, the oldest first. */
    static SchemaStore released(String... names) {
        SchemaStore.Cache store = new SchemaStore.Cache();
        for (String name : names) {
            store.addSchema(schema(name));
        }
        return store;
    }

    static Schema schema(String name) {
        try (InputStream text = AvroStateSerde.class.getResourceAsStream("/state/" + name)) {
            if (text == null) {
                throw new IllegalStateException("the released schema " + name + " is missing");
            }
            return new Schema.Parser().parse(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (_, state) -> state == null ? null : encode(state);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (_, bytes) -> bytes == null ? null : decode(bytes);
    }

    private byte[] encode(T state) {
        try {
            ByteBuffer buffer = encoder.encode(write.apply(state));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private @Nullable T decode(byte[] bytes) {
        try {
            return read.apply(decoder.decode(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a state cannot be read", unreadable);
        }
    }
}
