package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.Event;
import java.util.List;

/** Where accepted events are kept for routing. */
interface EventLog {

    /** How writing one event ended. */
    enum Written {
        /** It is safe on all in-sync replicas. */
        SAFE,
        /** The log does not answer; the event may still appear in it, which does no harm when it is sent again. */
        UNAVAILABLE,
        /** The log takes no record as large as this. */
        TOO_LARGE
    }

    /**
     * Appends events in their order, those of one organization one behind the other. Blocks until every one is safe or known not
     * to be, for two seconds at most. After the first that cannot be sent the rest is not tried: an alert must not get past the
     * one before it.
     *
     * @return how it ended, in the order of the events
     */
    List<Written> append(String tenantId, List<Event> events);
}
