package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lane.StormTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Named examples for tests of the lifecycle. */
public final class Wishing {

    public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    public static final DeliveryTimes TIMES =
            new DeliveryTimes(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(30));
    public static final LifeRules CLOSES = new LifeRules(true, 9, Duration.ZERO, Duration.ZERO);
    public static final LifeRules NOTES = new LifeRules(false, 9, Duration.ZERO, Duration.ZERO);
    public static final LifeRules REOPENS = new LifeRules(true, 9, Duration.ZERO, Duration.ofHours(1));
    public static final LifeRules CALM = new LifeRules(true, 9, Duration.ofMinutes(5), Duration.ZERO);

    private Wishing() {}

    /** Nothing reserved, no storms. */
    public static LaneTerms terms(long version, boolean enabled, int requests, Duration window) {
        StormTerms never = new StormTerms(0, Duration.ofMinutes(1), Duration.ofMinutes(5));
        return new LaneTerms("acme-msp", version, enabled, requests, window, 0, never, StatusWords.NONE);
    }

    public static TicketIdentity identity(String connectionId, String dedupKey) {
        String key = connectionId + "/contoso/monitor/" + dedupKey;
        return new TicketIdentity(key, "acme-msp", connectionId, "contoso", "monitor");
    }

    public static Wish open(String eventId) {
        return wish(eventId, "disk", Goal.OPEN, CLOSES);
    }

    public static Wish resolved(String eventId) {
        return wish(eventId, "disk", Goal.RESOLVED, CLOSES);
    }

    public static Wish wish(String eventId, String dedupKey, Goal goal, LifeRules rules) {
        return new Wish(eventId, dedupKey, goal, Severity.MEDIUM, START, fields(), "<p>note</p>", rules);
    }

    public static TicketFields fields() {
        return new TicketFields(
                12,
                18L,
                null,
                21L,
                null,
                2L,
                "Cloud Operations",
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "Disk full",
                "<p>Disk full</p>");
    }

    public static CallEnd done(long... ticketIds) {
        return new CallEnd.Done(Arrays.stream(ticketIds)
                .mapToObj(id -> FoundTicket.of(id, "https://halo/ticket?id=" + id))
                .toList());
    }
}
