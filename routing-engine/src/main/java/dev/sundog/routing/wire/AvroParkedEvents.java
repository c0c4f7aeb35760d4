package dev.sundog.routing.wire;

import dev.sundog.contract.Topics;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.ParkedEvent;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes and reads events that wait. Not safe for several threads. */
public final class AvroParkedEvents {

    private final String topic;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<? extends SpecificRecord> deserializer;
    private final AvroEventReader events;

    public AvroParkedEvents(
            String topicPrefix,
            Serializer<SpecificRecord> serializer,
            Deserializer<? extends SpecificRecord> deserializer,
            AvroEventReader events) {
        this.topic = Topics.PARKED_EVENTS.name(topicPrefix);
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.events = events;
    }

    /** An event that waits, with the bytes it came in. */
    public record Waiting(Event event, Payload raw, Instant parkedAt) {}

    /**
     * The parked event as a record's value.
     *
     * @param sequence its place in the organization's queue
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public byte[] write(Waiting waiting, Parked parked, long sequence) {
        var event = waiting.event();
        var trail = parked.trail();
        var connection = trail.connection();
        var silence = trail.silence();
        var record = ParkedEvent.newBuilder()
                .setEventId(event.eventId())
                .setEventKind(AvroDecisionWriter.kind(event))
                .setSource(event.source())
                .setOrganizationId(event.organizationId())
                .setTenantId(event.senderTenantId())
                .setSequence(sequence)
                .setReason(parked.reason())
                .setDetail(parked.detail())
                .setAcceptedAt(event.acceptedAt())
                .setParkedAt(waiting.parkedAt())
                .setUntil(parked.until())
                .setEvent(ByteBuffer.wrap(waiting.raw().bytes()))
                .setOwnerTenantId(trail.tenantId())
                .setConnectionId(connection == null ? null : connection.id())
                .setSilenceId(silence == null ? null : silence.id())
                .build();
        return serializer.serialize(topic, record);
    }

    /**
     * Reads what was written.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public ReadOutcome<Waiting> read(byte[] value) {
        try {
            return deserializer.deserialize(topic, value) instanceof ParkedEvent parked
                    ? waiting(parked)
                    : new ReadOutcome.Undecodable<>("not a parked event");
        } catch (SerializationException undecodable) {
            return new ReadOutcome.Undecodable<>(String.valueOf(undecodable.getMessage()));
        }
    }

    private ReadOutcome<Waiting> waiting(ParkedEvent parked) {
        var raw = new byte[parked.getEvent().remaining()];
        parked.getEvent().duplicate().get(raw);
        var kind = parked.getEventKind() == EventKind.ALERT ? Kind.ALERT : Kind.RECOMMENDATION;
        return switch (events.read(kind, raw, parked.getTenantId(), parked.getAcceptedAt())) {
            case ReadOutcome.Undecodable(var why) -> new ReadOutcome.Undecodable<>(why);
            case ReadOutcome.Read(var event) ->
                new ReadOutcome.Read<>(new Waiting(event, new Payload(raw), parked.getParkedAt()));
        };
    }
}
