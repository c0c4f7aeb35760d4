package dev.sundog.console.trial;

import dev.sundog.routing.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads events again from their topics, without a trace: no group, no offset is left behind. */
public interface EventTopics {

    /**
     * The events as they were sent.
     *
     * @return those that are still on their topics
     * @throws AwayException if broker or registry do not answer in time
     */
    Map<SeenEvent, Event> find(List<SeenEvent> seen);

    /**
     * Visits every event that was accepted since then and before now, in the order of each partition.
     *
     * @return what was read beside the events visited
     * @throws AwayException if broker or registry do not answer in time
     */
    Passed visit(Span span, Visitor visitor);

    /**
     * Which events to visit: those since a moment, or about the latest so many, whichever are fewer.
     *
     * @param most records on both topics
     */
    record Span(Instant since, long most) {}

    /**
     * What was read.
     *
     * @param unreadable records that nobody can read
     */
    record Passed(long unreadable) {}

    /** Is shown the events. */
    interface Visitor {

        /** How many records there are to read, as far as offsets tell. */
        void total(long records);

        /** One event, read from so many records so far. */
        void event(Event event, long records);

        /** Asked now and then: true ends the visit. */
        boolean enough();
    }

    /** Broker or registry do not answer. */
    final class AwayException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public AwayException(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
