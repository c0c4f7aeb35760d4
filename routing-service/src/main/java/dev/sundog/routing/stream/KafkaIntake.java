package dev.sundog.routing.stream;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.stream.KafkaStep.Away;
import dev.sundog.routing.stream.KafkaStep.Home;
import dev.sundog.routing.stream.KafkaStep.Ordered;
import dev.sundog.routing.stream.KafkaStep.Out;
import dev.sundog.routing.wire.AvroEventReader;
import dev.sundog.routing.wire.Payload;
import dev.sundog.routing.wire.ReadOutcome;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records and sends each to the partition where its organization's events are decided. What can never be read becomes a
 * dead letter in the same transaction.
 */
final class KafkaIntake implements Processor<byte[], byte[], byte[], KafkaStep> {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaIntake.class);

    private final AvroEventReader reader;
    private final AvroParkingCommands commands;
    private final KafkaPatience patience;
    private final Layout layout;
    private final RoutingMeters meters;
    private @Nullable ProcessorContext<byte[], KafkaStep> context;

    KafkaIntake(KafkaParts parts, boolean home) {
        this.reader = parts.eventReader();
        this.commands = new AvroParkingCommands(
                parts.topicPrefix(), parts.deserializer().get());
        this.patience = parts.patience();
        this.layout = new Layout(parts.topicPrefix(), parts.partitions(), home);
        this.meters = parts.meters();
    }

    /**
     * The names and sizes that intake needs.
     *
     * @param topicPrefix what stands before each topic's name
     * @param partitions partitions of each topic that events come from
     * @param home true when the records have already been sent to their home partitions
     */
    private record Layout(String topicPrefix, int partitions, boolean home) {}

    @Override
    public void init(ProcessorContext<byte[], KafkaStep> given) {
        this.context = given;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var ready = Objects.requireNonNull(context);
        var place = KafkaOrigin.of(ready.recordMetadata().orElseThrow());
        var origin = layout.home() ? KafkaOrigin.of(record.headers(), place) : place;
        ready.forward(origin.commands(layout.topicPrefix()) ? command(record, origin) : event(record, origin));
    }

    private Record<byte[], KafkaStep> event(Record<byte[], byte[]> record, KafkaOrigin origin) {
        var kind = origin.kind(layout.topicPrefix());
        var acceptedAt = Instant.ofEpochMilli(record.timestamp());
        byte @Nullable [] value = record.value();
        return switch (patience.insist(() -> reader.read(kind, record.headers(), value, acceptedAt))) {
            case ReadOutcome.Undecodable(var why) -> dead(record, origin, why);
            case ReadOutcome.Read(var event) ->
                home(event.organizationId(), origin)
                        ? record.withValue(new Home(event, selfContained(record, event)))
                        : away(record, origin, event.organizationId());
        };
    }

    private Record<byte[], KafkaStep> command(Record<byte[], byte[]> record, KafkaOrigin origin) {
        byte @Nullable [] value = record.value();
        return switch (patience.insist(() -> commands.read(record.headers(), value))) {
            case ReadOutcome.Undecodable(var why) -> dead(record, origin, why);
            case ReadOutcome.Read(var command) ->
                home(command.organizationId(), origin)
                        ? record.withValue(new Ordered(command))
                        : away(record, origin, command.organizationId());
        };
    }

    private boolean home(String organizationId, KafkaOrigin origin) {
        return layout.home() || KafkaDestination.home(organizationId, layout.partitions()) == origin.partition();
    }

    private Payload selfContained(Record<byte[], byte[]> record, Event event) {
        Headers headers = record.headers();
        return patience.insist(() -> reader.selfContained(event.kind(), headers, record.value()));
    }

    private static Record<byte[], KafkaStep> away(
            Record<byte[], byte[]> record, KafkaOrigin origin, String organizationId) {
        return record.<KafkaStep>withValue(new Away(organizationId, new Payload(record.value())))
                .withHeaders(origin.packed(record.headers()));
    }

    private Record<byte[], KafkaStep> dead(Record<byte[], byte[]> record, KafkaOrigin origin, String why) {
        LOGGER.atWarn()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .addKeyValue("reason", why)
                .log("record cannot be read and becomes a dead letter");
        meters.deadLetter(origin.topic());
        var destination =
                KafkaDestination.at(origin.partition(), origin.deadLetters(layout.topicPrefix()), record.key());
        byte @Nullable [] value = record.value();
        return record.<KafkaStep>withValue(new Out(destination, value == null ? null : new Payload(value)))
                .withHeaders(origin.dead(record.headers(), why));
    }
}
