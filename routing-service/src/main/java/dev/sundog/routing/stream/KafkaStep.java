package dev.sundog.routing.stream;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.parking.Command;
import dev.sundog.routing.wire.Payload;
import org.jspecify.annotations.Nullable;

/** What becomes of a record when it has been read. */
sealed interface KafkaStep {

    /** It is where its organization's events are decided. */
    record Home(Event event, Payload raw) implements KafkaStep {}

    /** It has to go to the partition where its organization's events are decided. */
    record Away(String organizationId, Payload raw) implements KafkaStep {}

    /** A person wants something done with parked events, and it is where they are. */
    record Ordered(Command command) implements KafkaStep {}

    /** It goes out as it is. */
    record Out(KafkaDestination destination, @Nullable Payload value) implements KafkaStep {}
}
