package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Circumstances;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.event.Event;

/** Asks the router, and knows what it has to be told besides: the time, and which silences ended for the event's matter. */
final class KafkaJudge {

    private final KafkaParts parts;
    private final KafkaOutlet outlet;
    private final KafkaEndedSilences ended;

    KafkaJudge(KafkaParts parts, KafkaOutlet outlet, KafkaEndedSilences ended) {
        this.parts = parts;
        this.outlet = outlet;
        this.ended = ended;
    }

    /** The decision about an event as things stand. */
    Decision decide(Event event) {
        return parts.router().decide(event, parts.configuration(), circumstances(event));
    }

    /** The decision about an event that a person released. */
    Decision decideReleased(Event event) {
        return parts.router()
                .decide(event, parts.configuration(), circumstances(event).byHand());
    }

    private Circumstances circumstances(Event event) {
        return new Circumstances(outlet.now(), ended.of(event), false);
    }
}
