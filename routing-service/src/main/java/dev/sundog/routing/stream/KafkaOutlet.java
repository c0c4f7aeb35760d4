package dev.sundog.routing.stream;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.wire.AvroDecisionWriter;
import dev.sundog.routing.wire.AvroParkedEvents;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what was decided to its topics. */
final class KafkaOutlet {

    private final ProcessorContext<KafkaDestination, byte[]> context;
    private final AvroDecisionWriter decisions;
    private final AvroParkedEvents parkedEvents;
    private final KafkaPatience patience;
    private final RoutingMeters meters;
    private final String decisionsTopic;
    private final String differencesTopic;
    private final String requestsTopic;
    private final String parkedTopic;

    KafkaOutlet(
            ProcessorContext<KafkaDestination, byte[]> context,
            KafkaParts parts,
            AvroDecisionWriter decisions,
            AvroParkedEvents parkedEvents) {
        this.context = context;
        this.decisions = decisions;
        this.parkedEvents = parkedEvents;
        this.patience = parts.patience();
        this.meters = parts.meters();
        this.decisionsTopic = Topics.ROUTING_DECISIONS.name(parts.topicPrefix());
        this.differencesTopic = Topics.ROUTING_DIFFERENCES.name(parts.topicPrefix());
        this.requestsTopic = Topics.TICKET_REQUESTS.name(parts.topicPrefix());
        this.parkedTopic = Topics.PARKED_EVENTS.name(parts.topicPrefix());
    }

    /** The moment that decisions are made at. */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /** Sends the first decision about an event. */
    void decided(Event event, Decision decision, org.apache.kafka.common.header.Headers headers) {
        send(event, decision, false, null, headers);
        meters.decided(outcome(decision));
    }

    /** Says that a parked event goes on waiting, for another reason or because a person's wish could not be met. */
    void waitsOn(Event event, Parked parked, @Nullable String decidedBy) {
        send(event, parked, false, decidedBy, new RecordHeaders());
        meters.waitsOn();
    }

    /** Sends the decision that ended the wait of a parked event, and that it waits no longer. */
    void left(Event event, Decision decision, @Nullable String decidedBy) {
        send(event, decision, true, decidedBy, new RecordHeaders());
        send(parkedKey(event), null, new RecordHeaders());
        meters.decided(outcome(decision));
        meters.released();
    }

    /** The decision, and the ticket request of a routed event. All is encoded before anything is sent. */
    private void send(
            Event event,
            Decision decision,
            boolean released,
            @Nullable String decidedBy,
            org.apache.kafka.common.header.Headers headers) {
        var now = now();
        var value = patience.insist(() -> decisions.decision(event, decision, now, released, decidedBy));
        var request =
                decision instanceof Routed routed ? patience.insist(() -> decisions.request(event, routed, now)) : null;
        var kept = trace(headers);
        send(KafkaDestination.byKey(decisionsTopic, event.eventId()), value, kept);
        if (decision instanceof Routed(var _, var wish)) {
            send(KafkaDestination.by(wish.connectionId(), requestsTopic, wish.ticketKey()), request, kept);
        }
    }

    /** Tells what a draft would have decided otherwise. */
    void different(Event event, byte[] value) {
        send(KafkaDestination.byKey(differencesTopic, event.eventId()), value, new RecordHeaders());
    }

    /** The parked event as bytes for the store and the topic. */
    byte[] encoded(Waiting waiting, Parked parked, long sequence) {
        return patience.insist(() -> parkedEvents.write(waiting, parked, sequence));
    }

    /** Tells that an event waits. */
    void parked(Event event, byte[] encoded) {
        send(parkedKey(event), encoded, new RecordHeaders());
    }

    /** Sends what needs no decision. */
    void pass(KafkaStep.Out out, org.apache.kafka.common.header.Headers headers) {
        var value = out.value();
        send(out.destination(), value == null ? null : value.bytes(), headers);
    }

    private static String outcome(Decision decision) {
        return decision.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private KafkaDestination parkedKey(Event event) {
        return KafkaDestination.by(event.organizationId(), parkedTopic, event.organizationId() + "/" + event.eventId());
    }

    private void send(
            KafkaDestination destination, byte @Nullable [] value, org.apache.kafka.common.header.Headers headers) {
        context.forward(new Record<>(destination, value, context.currentSystemTimeMs(), headers));
    }

    private static RecordHeaders trace(org.apache.kafka.common.header.Headers headers) {
        var kept = new RecordHeaders();
        var trace = headers.lastHeader(Headers.TRACE_PARENT);
        if (trace != null) {
            kept.add(trace);
        }
        return kept;
    }
}
