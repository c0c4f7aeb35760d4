package dev.sundog.connector.stream;

import dev.sundog.avro.RegistryUnavailableException;
import dev.sundog.connector.audit.Finding;
import dev.sundog.connector.call.AvroOutcomes;
import dev.sundog.connector.lane.LaneCensus;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lifecycle.Deliveries;
import dev.sundog.connector.lifecycle.ErrandPorts;
import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.ReferencePorts;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.contract.Headers;
import dev.sundog.delivery.ConnectionCommand;
import dev.sundog.delivery.HaloNotice;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.TicketCommand;
import dev.sundog.delivery.TicketRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task of delivery: decodes, asks the lifecycle, forwards.
 *
 * <p>Takes bytes, because a record that cannot be read goes to the dead letters as it came. A registry that is away is waited
 * for; when that takes too long the thread dies, nothing is committed, and its successor reads the record again.
 */
final class KafkaDeliveryProcessor implements Processor<byte[], byte[], String, Object> {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaDeliveryProcessor.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);
    private static final int REGISTRY_TRIES = 60;
    private static final int TICKS_PER_CENSUS = 10;

    private final KafkaDeliveryTopology parts;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable Deliveries deliveries;
    private int ticks;

    KafkaDeliveryProcessor(KafkaDeliveryTopology parts) {
        this.parts = parts;
    }

    @Override // again after a task was revived: everything is made anew from the stores
    public void init(ProcessorContext<String, Object> initial) {
        context = initial;
        KafkaTicketShelf shelf = new KafkaTicketShelf(
                initial.getStateStore(KafkaDeliveryTopology.TICKETS),
                initial.getStateStore(KafkaDeliveryTopology.LANES),
                initial.getStateStore(KafkaDeliveryTopology.STORMS));
        KafkaOutbox outbox = new KafkaOutbox(initial, parts.meters());
        ReferencePorts reference = new ReferencePorts(
                () -> parts.errands().connections(initial.taskId().partition()),
                parts.errands()::reading,
                outbox::reference);
        ErrandPorts errands = new ErrandPorts(
                new KafkaErrandShelf(initial), parts.errands()::terms, finding -> found(outbox, finding), reference);
        deliveries = new Deliveries(parts.times(), shelf, outbox, parts.directory(), errands);
        initial.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        RecordMetadata origin = context().recordMetadata().orElseThrow();
        try {
            switch (read(origin.topic(), message)) {
                case TicketRequest request -> deliveries().requested(AvroRequests.read(request), now());
                case HaloOutcome outcome -> deliveries().ended(AvroOutcomes.read(outcome), now());
                case HaloNotice notice -> deliveries().noticed(AvroErrands.read(notice), now());
                case TicketCommand command -> deliveries().commanded(command.getTicketKey(), known(command), now());
                case ConnectionCommand command -> commanded(command);
                case Object other -> throw new SerializationException("a record of another kind: " + other.getClass());
            }
        } catch (SerializationException undecodable) {
            bury(message, origin, Objects.requireNonNullElse(undecodable.getMessage(), "unreadable"));
        }
    }

    @Override
    public void close() {
        if (context != null) {
            parts.meters().forget(context.taskId().toString());
        }
    }

    private void tick(long timestamp) {
        deliveries().tick(now());
        if (ticks++ % TICKS_PER_CENSUS == 0) {
            parts.meters()
                    .lanes(context().taskId().toString(), figures(deliveries().census(now())));
        }
    }

    private static ConnectorMeters.Lanes figures(LaneCensus census) {
        Map<String, Integer> states = census.lanes().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        return new ConnectorMeters.Lanes(states, census.pending(), census.oldest());
    }

    private void found(KafkaOutbox outbox, Finding finding) {
        LaneTerms terms = parts.directory().terms(finding.connectionId());
        outbox.found(finding, terms == null ? "" : terms.tenantId());
    }

    private static Input.Commanded known(TicketCommand command) {
        return AvroCommands.read(command)
                .orElseThrow(() -> new SerializationException("a command that this version does not know"));
    }

    private void commanded(ConnectionCommand command) {
        switch (command.getKind()) {
            case READ_REFERENCE ->
                deliveries()
                        .readReference(command.getConnectionId(), command.getTenantId(), command.getCommandId(), now());
            case UNSUPPORTED -> throw new SerializationException("a command that this version does not know");
        }
    }

    private Object read(String topic, Record<byte[], byte[]> message) {
        if (message.value() == null) {
            throw new SerializationException("a record without a value");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return parts.ports().reader().deserialize(topic, message.headers(), message.value());
            } catch (RegistryUnavailableException away) {
                if (attempt == REGISTRY_TRIES) {
                    throw away;
                }
                LOGGER.atWarn().addKeyValue("reason", away.getMessage()).log("waiting for the schema registry");
                LockSupport.parkNanos(REGISTRY_PAUSE.toNanos());
            }
        }
    }

    private void bury(Record<byte[], byte[]> message, RecordMetadata origin, String reason) {
        RecordHeaders headers = new RecordHeaders(message.headers().toArray());
        Map.of(
                        Headers.DEAD_REASON, reason,
                        Headers.DEAD_TOPIC, origin.topic(),
                        Headers.DEAD_PARTITION, String.valueOf(origin.partition()),
                        Headers.DEAD_OFFSET, String.valueOf(origin.offset()))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        String key = message.key() == null ? null : new String(message.key(), StandardCharsets.UTF_8);
        context()
                .forward(
                        new Record<String, Object>(key, message.value(), message.timestamp(), headers),
                        parts.ports().graveOf(origin.topic()));
        LOGGER.atError()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("reason", reason)
                .log("a record cannot be read and was kept as a dead letter");
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<String, Object> context() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private Deliveries deliveries() {
        return Objects.requireNonNull(deliveries, "not initialised");
    }
}
