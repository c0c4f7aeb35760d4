package dev.sundog.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.TestDatabase;
import dev.sundog.console.paging.Page;
import dev.sundog.delivery.CallResult;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.LaneState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The history on a real database: what follows from what the topics say. */
class ProjectionTest {

    private static final Page.Wanted ALL = new Page.Wanted(0, 100);

    @Test
    void tellsTheWholeWayOfAnEvent() {
        var history = new Projection().says(wholeWay());

        var event = history.reader.event("e1", Optional.empty()).orElseThrow();

        assertThat(event.state()).isEqualTo("TICKETED");
        assertThat(event.tenantId()).isEqualTo("acme");
        assertThat(event.decisions()).extracting(EventView.Decision::ruleName).containsExactly("Disks");
        assertThat(event.calls()).extracting(EventView.Call::result).containsExactly("DONE");
        assertThat(event.calls().getFirst().issuedAt()).isEqualTo(Story.START.plusSeconds(3));
        assertThat(event.ticketEvents())
                .extracting(EventView.TicketNews::type)
                .containsExactly("TicketCreated", "TicketUpdated", "TicketResolved");
        assertThat(event.ticket()).satisfies(ticket -> {
            assertThat(ticket.ticketId()).isEqualTo(4711);
            assertThat(ticket.state()).isEqualTo("RESOLVED");
            assertThat(ticket.occurrences()).isEqualTo(2);
            assertThat(ticket.summary()).isEqualTo("Disk full");
        });
    }

    @Test
    void isTheSameInAnyOrderAndTwice() {
        var inOrder = new Projection().says(wholeWay()).everything();
        for (int seed = 1; seed <= 6; seed++) {
            var shuffled = new ArrayList<>(wholeWay().records());
            shuffled.addAll(wholeWay().records());
            Collections.shuffle(shuffled, new Random(seed));
            var projection = new Projection();

            shuffled.forEach(record -> projection.says(List.of(record)));

            assertThat(projection.everything()).as("seed " + seed).isEqualTo(inOrder);
        }
    }

    @Test
    void countsAnEventAsTicketedThoughTheCoalescedNoteDoesNotNameIt() {
        var history = new Projection()
                .says(new Story()
                        .alert("e1", "Disk", 0)
                        .decision("e1", "Disk", DecisionOutcome.ROUTED, 1)
                        .updated(50, 2, "e50"));

        assertThat(history.state("e1")).isEqualTo("TICKETED");
    }

    @Test
    void saysWhyATicketFailedUntilItSucceeds() {
        var failed = new Story()
                .alert("e1", "Disk", 0)
                .decision("e1", "Disk", DecisionOutcome.ROUTED, 1)
                .failed(2, "e1");
        var history = new Projection().says(failed);
        var before = history.reader.event("e1", Optional.empty()).orElseThrow();

        history.says(new Story().created("https://halo.example/ticket?id=4711", 9, "e1"));

        assertThat(before.state()).isEqualTo("FAILED");
        assertThat(before.reason()).isEqualTo("HALO_REJECTED");
        assertThat(before.detail()).isEqualTo("no such type");
        assertThat(history.state("e1")).isEqualTo("TICKETED");
        assertThat(history.reader.event("e1", Optional.empty()).orElseThrow().reason())
                .isNull();
    }

    @Test
    void letsTheLaterDecisionCount() {
        var parked = new Story().decision("e1", "Disk", DecisionOutcome.PARKED, 1);
        var history = new Projection().says(parked);
        var before = history.state("e1");

        history.says(new Story().decision("e1", "Disk", DecisionOutcome.ROUTED, 60));

        assertThat(before).isEqualTo("PARKED");
        assertThat(history.state("e1")).isEqualTo("ROUTED");
    }

    @Test
    void missesWhatNeitherEndedNorWentOn() {
        var history = new Projection()
                .says(new Story()
                        .alert("undecided", "Disk", 0)
                        .alert("routed", "Disk", 0)
                        .decision("routed", "Disk", DecisionOutcome.ROUTED, 1)
                        .alert("requested", "Disk", 0)
                        .decision("requested", "Disk", DecisionOutcome.ROUTED, 1)
                        .request("requested", 1)
                        .alert("suppressed", "Disk", 0)
                        .decision("suppressed", "Disk", DecisionOutcome.SUPPRESSED, 1));

        assertThat(history.reader.unaccounted(Duration.ofMinutes(5))).isEqualTo(2);
        assertThat(history.reader.unaccounted(Duration.ofDays(5))).isZero();
    }

    @Test
    void narrowsAndPagesLists() {
        var history = new Projection()
                .says(new Story()
                        .alert("e1", "Disk", 0)
                        .alert("e2", "Disk", 1)
                        .decision("e2", "Disk", DecisionOutcome.REFUSED, 2)
                        .alert("e3", "Disk", 3));

        var accepted = history.reader.events(Map.of("state", "ACCEPTED"), new Page.Wanted(1, 1));

        assertThat(accepted.total()).isEqualTo(2);
        assertThat(accepted.items()).extracting(EventSummary::eventId).containsExactly("e1");
        assertThat(history.reader.eventsByState()).isEqualTo(Map.of("ACCEPTED", 2L, "REFUSED", 1L));
    }

    @Test
    void holdsWhatPostgresWouldRefuse() {
        var odd = new Story().alert("e\0" + "x".repeat(5_000), "Disk\0full", 0);

        var history = new Projection().says(odd);

        assertThat(history.reader.event("e\0" + "x".repeat(5_000), Optional.empty()))
                .hasValueSatisfying(event -> assertThat(event.title()).isEqualTo("Disk\uFFFDfull"));
    }

    @Test
    void showsTheNewestWordOfALaneWhateverTheOrder() {
        var history = new Projection()
                .says(new Story().lane(LaneState.FREE, 0, 1).lane(LaneState.PAUSED, 7, 2))
                .says(new Story().lane(LaneState.FREE, 1, 1));

        var lanes = history.reader.lanes(Map.of("tenantId", "acme"), ALL);

        assertThat(lanes.items()).singleElement().satisfies(lane -> {
            assertThat(lane.state()).isEqualTo("PAUSED");
            assertThat(lane.reason()).isEqualTo("RATE_LIMITED");
            assertThat(lane.until()).isEqualTo(Story.START.plusSeconds(62));
            assertThat(lane.pending()).isEqualTo(7);
            assertThat(lane.budget()).isEqualTo(168);
            assertThat(lane.storms()).isEqualTo(1);
        });
        assertThat(history.reader.lanes(Map.of("state", "FREE"), ALL).total()).isZero();
    }

    private static Story wholeWay() {
        return new Story()
                .alert("e1", "Disk full", 0)
                .decision("e1", "Disk full", DecisionOutcome.ROUTED, 1)
                .request("e1", 2)
                .call("c1", 3)
                .outcome("c1", CallResult.DONE, 4)
                .created("https://halo.example/ticket?id=4711", 5, "e1")
                .alert("e2", "Disk full", 6)
                .decision("e2", "Disk full", DecisionOutcome.PARKED, 7)
                .decision("e2", "Disk full", DecisionOutcome.ROUTED, 8)
                .request("e2", 8)
                .updated(2, 9, "e2", "e1")
                .resolved(10, "e1");
    }

    /** A history in a database of its own. */
    private static final class Projection {

        private final JdbcHistory history;
        private final JdbcHistoryReader reader;

        Projection() {
            var source = TestDatabase.migrated();
            history = new JdbcHistory(
                    new JdbcTemplate(source), new TransactionTemplate(new JdbcTransactionManager(source)));
            reader = new JdbcHistoryReader(
                    JdbcClient.create(source),
                    JsonMapper.shared(),
                    InstantSource.fixed(Instant.parse("2026-11-21T21:00:00Z")));
        }

        Projection says(Story story) {
            return says(story.records());
        }

        Projection says(List<Story.Said> records) {
            history.write(records.stream()
                    .flatMap(it -> AvroHistoryEntries.of(it.value(), null, it.at()).stream())
                    .toList());
            return this;
        }

        String state(String eventId) {
            return reader.event(eventId, Optional.empty()).orElseThrow().state();
        }

        List<Object> everything() {
            return List.of(
                    reader.events(Map.of(), ALL),
                    reader.tickets(Map.of(), ALL),
                    reader.event("e1", Optional.empty()),
                    reader.event("e2", Optional.empty()));
        }
    }
}
