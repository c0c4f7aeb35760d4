package dev.sundog.routing.stream;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.stream.KafkaStep.Away;
import dev.sundog.routing.stream.KafkaStep.Home;
import dev.sundog.routing.stream.KafkaStep.Out;
import dev.sundog.routing.wire.AvroDecisionWriter;
import dev.sundog.routing.wire.AvroDifferenceWriter;
import dev.sundog.routing.wire.AvroParkedEvents;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Decides events where they are at home, parks those that have to wait and releases them in their order. */
final class KafkaDecider implements Processor<byte[], KafkaStep, KafkaDestination, byte[]> {

    private static final Duration TURN = Duration.ofMillis(500);

    private final KafkaParts parts;
    private @Nullable KafkaParking parking;
    private @Nullable KafkaOutlet outlet;
    private @Nullable KafkaShadow shadow;

    KafkaDecider(KafkaParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<KafkaDestination, byte[]> context) {
        var serializer = parts.serializer().get();
        var parkedEvents = new AvroParkedEvents(
                parts.topicPrefix(), serializer, parts.deserializer().get(), parts.eventReader());
        var writer = new AvroDecisionWriter(parts.topicPrefix(), serializer);
        var made = new KafkaOutlet(context, parts, writer, parkedEvents);
        var store = new KafkaParkedStore(context.getStateStore(KafkaParkedStore.NAME));
        var opened = new KafkaParking(parts, store, made, parkedEvents);
        context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, opened::release);
        outlet = made;
        shadow = new KafkaShadow(
                parts.configuration(),
                new AvroDifferenceWriter(parts.topicPrefix(), serializer),
                parts.meters(),
                InstantSource.system());
        parking = opened;
    }

    @Override
    public void process(Record<byte[], KafkaStep> record) {
        switch (record.value()) {
            case Out out -> Objects.requireNonNull(outlet).pass(out, record.headers());
            case Home home -> decide(home, record.headers(), Objects.requireNonNull(parking));
            case Away away -> throw new IllegalStateException("not at home: " + away.organizationId());
        }
    }

    @Override
    public void close() {
        if (parking != null) {
            parking.close();
        }
    }

    private void decide(Home home, Headers headers, KafkaParking queues) {
        var ready = Objects.requireNonNull(outlet);
        var event = home.event();
        var live = parts.router().decide(event, parts.configuration(), ready.now());
        switch (inOrder(live, event, queues)) {
            case Parked parked -> queues.park(new Waiting(event, home.raw(), ready.now()), parked, headers);
            case Routed routed -> {
                ready.decided(event, routed, false, headers);
                if (event.over()) {
                    queues.overWhileParked(event);
                }
            }
            case Suppressed suppressed -> ready.decided(event, suppressed, false, headers);
            case Decision.Refused refused -> ready.decided(event, refused, false, headers);
        }
        Objects.requireNonNull(shadow)
                .look(event, live, ready.now())
                .ifPresent(difference -> ready.different(event, difference));
    }

    /** The decision, or to wait behind earlier events of the organization that are not released yet. */
    private static Decision inOrder(Decision decision, Event event, KafkaParking queues) {
        if (!(decision instanceof Routed)) {
            return decision;
        }
        return queues.blocked(event.organizationId())
                .map(reason -> behind(decision, reason))
                .orElse(decision);
    }

    private static Decision behind(Decision decision, FailureReason reason) {
        return new Parked(decision.trail(), reason, "waits behind earlier events of its organization", null, true);
    }
}
