package dev.sundog.routing.stream;

import dev.sundog.contract.Topics;
import dev.sundog.delivery.ParkingCommand;
import dev.sundog.routing.parking.Command;
import dev.sundog.routing.wire.ReadOutcome;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads what people want done with parked events. Not safe for several threads, as its deserializer. */
final class AvroParkingCommands {

    /** More than anybody says, and little enough to keep. */
    private static final int LONGEST = 2_000;

    private final String topic;
    private final Deserializer<? extends SpecificRecord> deserializer;

    AvroParkingCommands(String topicPrefix, Deserializer<? extends SpecificRecord> deserializer) {
        this.topic = Topics.PARKING_COMMANDS.name(topicPrefix);
        this.deserializer = deserializer;
    }

    /**
     * Reads one record.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    ReadOutcome<Command> read(Headers headers, byte @Nullable [] value) {
        if (value == null) {
            return new ReadOutcome.Undecodable<>("the record has no value");
        }
        try {
            return deserializer.deserialize(topic, headers, value) instanceof ParkingCommand command
                    ? read(command)
                    : new ReadOutcome.Undecodable<>("not a parking command");
        } catch (SerializationException undecodable) {
            return new ReadOutcome.Undecodable<>(String.valueOf(undecodable.getMessage()));
        }
    }

    private static ReadOutcome<Command> read(ParkingCommand from) {
        if (from.getCommandId().isBlank() || from.getOrganizationId().isBlank()) {
            return new ReadOutcome.Undecodable<>("blank: commandId or organizationId");
        }
        return new ReadOutcome.Read<>(new Command(
                cut(from.getCommandId()),
                from.getTenantId(),
                from.getOrganizationId(),
                from.getEventId(),
                from.getSource(),
                switch (from.getKind()) {
                    case RELEASE -> Command.Kind.RELEASE;
                    case DISCARD -> Command.Kind.DISCARD;
                    case UNSUPPORTED -> Command.Kind.UNSUPPORTED;
                },
                cut(from.getRequestedBy()),
                from.getReason() == null ? null : cut(from.getReason()),
                from.getRequestedAt()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
