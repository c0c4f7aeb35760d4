package dev.sundog.routing.stream;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.stream.KafkaStep.Away;
import dev.sundog.routing.stream.KafkaStep.Home;
import dev.sundog.routing.stream.KafkaStep.Ordered;
import dev.sundog.routing.stream.KafkaStep.Out;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import java.time.Duration;
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
    private static final Duration TIDYING = Duration.ofMinutes(10);

    private final KafkaParts parts;
    private @Nullable KafkaDesk desk;

    KafkaDecider(KafkaParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<KafkaDestination, byte[]> context) {
        var opened = KafkaDesk.open(context, parts);
        context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, opened::turn);
        context.schedule(TIDYING, PunctuationType.WALL_CLOCK_TIME, opened::tidy);
        desk = opened;
    }

    @Override
    public void process(Record<byte[], KafkaStep> record) {
        var open = Objects.requireNonNull(desk);
        switch (record.value()) {
            case Out out -> open.outlet().pass(out, record.headers());
            case Home home -> decide(home, record.headers(), open);
            case Ordered(var command) ->
                open.commands().take(command, open.outlet().now());
            case Away away -> throw new IllegalStateException("not at home: " + away.organizationId());
        }
        open.count();
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
    }

    private static void decide(Home home, Headers headers, KafkaDesk desk) {
        var event = home.event();
        var now = desk.outlet().now();
        desk.parking().catchUp(event.organizationId(), now.toEpochMilli());
        var live = desk.judge().decide(event);
        switch (inOrder(live, event.organizationId(), desk)) {
            case Parked parked -> desk.rows().put(new Waiting(event, home.raw(), now), parked, headers);
            case Routed routed -> {
                desk.outlet().decided(event, desk.matters().quiet(event, routed, Long.MAX_VALUE), headers);
                desk.matters().routed(event, routed.trail(), Long.MAX_VALUE);
            }
            case Suppressed suppressed -> desk.outlet().decided(event, suppressed, headers);
            case Decision.Refused refused -> desk.outlet().decided(event, refused, headers);
        }
        desk.shadow()
                .look(event, live, now)
                .ifPresent(difference -> desk.outlet().different(event, difference));
    }

    /** The decision, or to wait behind earlier events of the organization that are not released yet. */
    private static Decision inOrder(Decision decision, String organizationId, KafkaDesk desk) {
        if (!(decision instanceof Routed)) {
            return decision;
        }
        return desk.parking()
                .blocked(organizationId)
                .map(reason -> behind(decision, reason))
                .orElse(decision);
    }

    private static Decision behind(Decision decision, FailureReason reason) {
        return new Parked(decision.trail(), reason, "waits behind earlier events of its organization", null, true);
    }
}
