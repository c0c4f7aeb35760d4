package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.Event;
import java.time.Instant;

/** Is told of every accepted event, so that questions about it can be answered from the first moment. Must not block. */
@FunctionalInterface
public interface AcceptanceJournal {

    /** The broker has the event. */
    void accepted(String tenantId, Event event, Instant at);
}
