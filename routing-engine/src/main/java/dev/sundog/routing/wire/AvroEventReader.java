package dev.sundog.routing.wire;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.EstimatedSaving;
import dev.sundog.event.Recommendation;
import dev.sundog.event.RecommendationStatus;
import dev.sundog.event.Requester;
import dev.sundog.routing.event.Advice;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.event.Link;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.event.Saving;
import dev.sundog.routing.event.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Reads alerts and recommendations as producers send them. Not safe for several threads, as its deserializer. */
public final class AvroEventReader {

    private static final byte WIRE_FORMAT = 0;

    private final String topicPrefix;
    private final Deserializer<? extends SpecificRecord> deserializer;
    private final Serializer<SpecificRecord> serializer;

    public AvroEventReader(
            String topicPrefix,
            Deserializer<? extends SpecificRecord> deserializer,
            Serializer<SpecificRecord> serializer) {
        this.topicPrefix = topicPrefix;
        this.deserializer = deserializer;
        this.serializer = serializer;
    }

    /**
     * Reads one record.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public ReadOutcome<Event> read(
            Kind kind, org.apache.kafka.common.header.Headers headers, byte @Nullable [] value, Instant acceptedAt) {
        return switch (decode(kind, headers, value)) {
            case ReadOutcome.Undecodable(var why) -> new ReadOutcome.Undecodable<>(why);
            case ReadOutcome.Read(var decoded) -> event(kind, decoded, tenant(headers), acceptedAt);
        };
    }

    /** The tenant that the gateway wrote on a record. */
    public static @Nullable String tenant(org.apache.kafka.common.header.Headers headers) {
        var header = headers.lastHeader(Headers.TENANT);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The bytes of a readable record in the form that needs no header: as they are, or written anew. */
    public Payload selfContained(Kind kind, org.apache.kafka.common.header.Headers headers, byte[] value) {
        if (value.length > 0 && value[0] == WIRE_FORMAT) {
            return new Payload(value);
        }
        return switch (decode(kind, headers, value)) {
            case ReadOutcome.Undecodable(var why) -> throw new IllegalArgumentException(why);
            case ReadOutcome.Read(var decoded) -> new Payload(serializer.serialize(topic(kind), decoded));
        };
    }

    ReadOutcome<Event> read(Kind kind, byte[] value, @Nullable String tenantId, Instant acceptedAt) {
        return switch (decode(kind, new RecordHeaders(), value)) {
            case ReadOutcome.Undecodable(var why) -> new ReadOutcome.Undecodable<>(why);
            case ReadOutcome.Read(var decoded) -> event(kind, decoded, tenantId, acceptedAt);
        };
    }

    private ReadOutcome<SpecificRecord> decode(
            Kind kind, org.apache.kafka.common.header.Headers headers, byte @Nullable [] value) {
        if (value == null) {
            return new ReadOutcome.Undecodable<>("the record has no value");
        }
        try {
            return new ReadOutcome.Read<>(deserializer.deserialize(topic(kind), headers, value));
        } catch (SerializationException undecodable) {
            return new ReadOutcome.Undecodable<>(String.valueOf(undecodable.getMessage()));
        }
    }

    private static ReadOutcome<Event> event(
            Kind kind, SpecificRecord decoded, @Nullable String tenantId, Instant acceptedAt) {
        return switch (decoded) {
            case Alert alert when kind == Kind.ALERT -> new ReadOutcome.Read<>(event(alert, tenantId, acceptedAt));
            case Recommendation advice
            when kind == Kind.RECOMMENDATION -> new ReadOutcome.Read<>(event(advice, tenantId, acceptedAt));
            default ->
                new ReadOutcome.Undecodable<>(
                        "expected " + kind + ", got " + decoded.getSchema().getFullName());
        };
    }

    private String topic(Kind kind) {
        return switch (kind) {
            case ALERT -> Topics.ALERTS.name(topicPrefix);
            case RECOMMENDATION -> Topics.RECOMMENDATIONS.name(topicPrefix);
        };
    }

    static Event event(Alert alert, @Nullable String tenantId, Instant acceptedAt) {
        return new Event(
                Kind.ALERT,
                alert.getEventId(),
                alert.getSource(),
                alert.getOrganizationId(),
                alert.getDedupKey(),
                alert.getStatus().name(),
                alert.getStatus() == AlertStatus.RESOLVED,
                Severity.valueOf(alert.getSeverity().name()),
                alert.getTitle(),
                alert.getDescription(),
                alert.getCategory(),
                alert.getOccurredAt(),
                resources(alert.getResources()),
                alert.getLabels(),
                links(alert.getLinks()),
                Advice.NONE,
                tenantId,
                acceptedAt);
    }

    static Event event(Recommendation advice, @Nullable String tenantId, Instant acceptedAt) {
        return new Event(
                Kind.RECOMMENDATION,
                advice.getEventId(),
                advice.getSource(),
                advice.getOrganizationId(),
                advice.getDedupKey(),
                advice.getStatus().name(),
                advice.getStatus() != RecommendationStatus.OPEN,
                Severity.valueOf(advice.getSeverity().name()),
                advice.getTitle(),
                advice.getDescription(),
                advice.getCategory().name(),
                advice.getOccurredAt(),
                resources(advice.getResources()),
                advice.getLabels(),
                links(advice.getLinks()),
                new Advice(
                        advice.getRationale(),
                        advice.getRemediation(),
                        saving(advice.getEstimatedSaving()),
                        requester(advice.getRequestedBy())),
                tenantId,
                acceptedAt);
    }

    private static List<Resource> resources(List<dev.sundog.event.Resource> resources) {
        return resources.stream()
                .map(one -> new Resource(one.getId(), one.getType(), one.getName(), one.getUrl()))
                .toList();
    }

    private static List<Link> links(List<dev.sundog.event.Link> links) {
        return links.stream().map(one -> new Link(one.getHref(), one.getText())).toList();
    }

    private static @Nullable Saving saving(@Nullable EstimatedSaving saving) {
        return Optional.ofNullable(saving)
                .map(one -> new Saving(
                        one.getAmount(), one.getCurrency(), one.getPeriod().name()))
                .orElse(null);
    }

    private static dev.sundog.routing.event.@Nullable Requester requester(@Nullable Requester requester) {
        return Optional.ofNullable(requester)
                .map(one -> new dev.sundog.routing.event.Requester(one.getName(), one.getEmail()))
                .orElse(null);
    }
}
