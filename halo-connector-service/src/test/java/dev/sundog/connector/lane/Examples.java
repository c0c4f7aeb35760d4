package dev.sundog.connector.lane;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.StatusWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Named examples for tests of lanes. */
final class Examples {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final StormTerms NO_STORMS = new StormTerms(0, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private Examples() {}

    /** So many calls a minute, a fifth of them reserved. */
    static LaneTerms terms(int requests) {
        return terms(1, requests);
    }

    static LaneTerms terms(long version, int requests) {
        return new LaneTerms(
                "acme-msp", version, true, requests, Duration.ofMinutes(1), 20, NO_STORMS, StatusWords.NONE);
    }

    static Want want(String organizationId, int number, Urgency urgency) {
        return new Want(organizationId + "/" + number, organizationId, urgency, START.plusMillis(number), 1);
    }

    /** A lane with a note out. */
    static Lane calling(Lane lane, LaneTerms terms, Instant now) {
        return calling(lane, new Operation.AddNote(7, "<p>note</p>"), terms, now);
    }

    /** A lane with a call out. */
    static Lane calling(Lane lane, Operation operation, LaneTerms terms, Instant now) {
        Want turn = new Want("key", "contoso", Urgency.URGENT, now, operation.requests());
        return lane.sent(call("key", operation, now), List.of(), turn, terms, now);
    }

    static Call call(String ticketKey, Operation operation, Instant now) {
        return new Call("c1", ticketKey, "acme-msp", "acme-halo", 1, now, now.plusSeconds(20), "sd-1", operation);
    }
}
