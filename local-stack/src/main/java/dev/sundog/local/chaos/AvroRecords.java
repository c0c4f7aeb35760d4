package dev.sundog.local.chaos;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Alert;
import dev.sundog.event.Recommendation;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketFailed;
import dev.sundog.event.TicketReopened;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketStatusChanged;
import dev.sundog.event.TicketUpdated;
import dev.sundog.local.chaos.check.Called;
import dev.sundog.local.chaos.check.Decided;
import dev.sundog.local.chaos.check.Ended;
import dev.sundog.local.chaos.check.Input;
import dev.sundog.local.chaos.check.Place;
import dev.sundog.local.chaos.check.Requested;
import dev.sundog.local.chaos.check.Told;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads the records of the contract into evidence. Not safe for use by several threads. */
final class AvroRecords {

    private final ConfluentAvroDeserializer<SpecificRecord> deserializer = new ConfluentAvroDeserializer<>();

    AvroRecords(String registryUrl) {
        deserializer.configure(Map.of("schema.registry.url", registryUrl, "specific.avro.reader", true), false);
    }

    /** An event that cannot be read has no id. */
    Input input(Place place, byte[] value) {
        try {
            return switch (Objects.requireNonNull(deserializer.deserialize(place.topic(), value))) {
                case Alert alert -> new Input(place, alert.getEventId());
                case Recommendation recommendation -> new Input(place, recommendation.getEventId());
                default -> new Input(place, "");
            };
        } catch (SerializationException _) {
            return new Input(place, "");
        }
    }

    Decided decided(Place place, byte[] value) {
        RoutingDecision decision = read(Topics.ROUTING_DECISIONS, value, RoutingDecision.class);
        return new Decided(
                place,
                decision.getEventId(),
                decision.getOutcome().name(),
                Objects.requireNonNullElse(decision.getTicketKey(), ""),
                decision.getAcceptedAt());
    }

    Requested requested(Place place, byte[] value) {
        TicketRequest request = read(Topics.TICKET_REQUESTS, value, TicketRequest.class);
        return new Requested(place, request.getEventId(), request.getTicketKey());
    }

    Called called(Place place, byte[] value) {
        HaloCall call = read(Topics.HALO_CALLS, value, HaloCall.class);
        return new Called(
                place,
                call.getCallId(),
                call.getConnectionId(),
                call.getTicketKey(),
                call.getOperation().name(),
                call.getReference());
    }

    Ended ended(Place place, byte[] value) {
        HaloOutcome outcome = read(Topics.HALO_OUTCOMES, value, HaloOutcome.class);
        return new Ended(
                place,
                outcome.getCallId(),
                outcome.getOperation().name(),
                outcome.getResult().name(),
                outcome.getSentAt() != null);
    }

    Told told(Place place, byte[] value) {
        TicketEvent event = read(Topics.TICKET_EVENTS, value, TicketEvent.class);
        long ticketId = switch (event.getDetail()) {
            case TicketCreated created -> created.getTicketId();
            case TicketUpdated updated -> updated.getTicketId();
            case TicketResolved resolved -> Objects.requireNonNullElse(resolved.getTicketId(), 0L);
            case TicketReopened reopened -> reopened.getTicketId();
            case TicketStatusChanged changed -> changed.getTicketId();
            default -> 0;
        };
        boolean goesOn = event.getDetail() instanceof TicketFailed failed && failed.getRetryable();
        return new Told(
                place,
                event.getEventId(),
                event.getDetail().getClass().getSimpleName(),
                event.getConnectionId(),
                event.getTicketKey(),
                ticketId,
                goesOn,
                event.getCausedBy(),
                event.getOccurredAt());
    }

    private <T> T read(Topic topic, byte[] value, Class<T> type) {
        return type.cast(Objects.requireNonNull(deserializer.deserialize(topic.name(), value)));
    }
}
