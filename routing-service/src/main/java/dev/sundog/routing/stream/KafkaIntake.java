package dev.sundog.routing.stream;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.stream.KafkaStep.Away;
import dev.sundog.routing.stream.KafkaStep.Home;
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
    private final KafkaPatience patience;
    private final Layout layout;
    private final RoutingMeters meters;
    private @Nullable ProcessorContext<byte[], KafkaStep> context;

    KafkaIntake(AvroEventReader reader, KafkaPatience patience, Layout layout, RoutingMeters meters) {
        this.reader = reader;
        this.patience = patience;
        this.layout = layout;
        this.meters = meters;
    }

    /**
     * The names and sizes that intake needs.
     *
     * @param topicPrefix what stands before each topic's name
     * @param partitions partitions of each topic that events come from
     * @param home true when the records have already been sent to their home partitions
     */
    record Layout(String topicPrefix, int partitions, boolean home) {}

    @Override
    public void init(ProcessorContext<byte[], KafkaStep> given) {
        this.context = given;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var ready = Objects.requireNonNull(context);
        var place = KafkaOrigin.of(ready.recordMetadata().orElseThrow());
        var origin = layout.home() ? KafkaOrigin.of(record.headers(), place) : place;
        var kind = origin.kind(layout.topicPrefix());
        var acceptedAt = Instant.ofEpochMilli(record.timestamp());
        byte @Nullable [] value = record.value();
        var outcome = patience.insist(() -> reader.read(kind, record.headers(), value, acceptedAt));
        ready.forward(
                switch (outcome) {
                    case ReadOutcome.Undecodable(var why) -> dead(record, origin, why);
                    case ReadOutcome.Read(var event) -> read(record, origin, event);
                });
    }

    private Record<byte[], KafkaStep> read(Record<byte[], byte[]> record, KafkaOrigin origin, Event event) {
        if (layout.home() || KafkaDestination.home(event.organizationId(), layout.partitions()) == origin.partition()) {
            Headers headers = record.headers();
            var raw = patience.insist(() -> reader.selfContained(event.kind(), headers, record.value()));
            return record.withValue(new Home(event, raw));
        }
        return record.<KafkaStep>withValue(new Away(event.organizationId(), new Payload(record.value())))
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
