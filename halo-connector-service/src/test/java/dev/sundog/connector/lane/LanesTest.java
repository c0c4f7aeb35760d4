package dev.sundog.connector.lane;

import static dev.sundog.connector.lane.Examples.START;
import static dev.sundog.connector.lane.Examples.calling;
import static dev.sundog.connector.lane.Examples.want;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<LaneNews> said = new ArrayList<>();
    private LaneTerms terms = Examples.terms(10);
    private Instant now = START;
    private final Lanes lanes = new Lanes(_ -> terms, Duration.ofSeconds(12), _ -> {}, said::add);

    @Test
    void looksAtFewLanesInATickHoweverManyThereAre() {
        for (int number = 0; number < 5_000; number++) {
            String connectionId = "connection-" + number;
            for (int ticket = 0; ticket < 20; ticket++) {
                Want later = new Want(
                        connectionId + ticket, "contoso", Urgency.NEW, START.plusSeconds(3_600 + number * 60L), 1);
                lanes.put(connectionId, later.ticketKey(), later);
            }
            lanes.lane(connectionId);
        }
        look();

        int looked = 0;
        for (int tick = 0; tick < 100; tick++) {
            now = now.plusMillis(100);
            looked += look();
        }

        assertThat(looked).isLessThanOrEqualTo(100 * 8);
        assertThat(lanes.census(now).pending()).isEqualTo(100_000);
    }

    @Test
    void looksAtEveryLaneNowAndThenAlthoughNothingIsDue() {
        for (int number = 0; number < 100; number++) {
            lanes.lane("connection-" + number);
        }
        look();

        Set<String> seen = new HashSet<>();
        for (int tick = 0; tick < 13; tick++) {
            seen.addAll(lanes.due(now));
        }

        assertThat(seen).hasSize(100);
    }

    @Test
    void comesBackWhenTheFirstTicketIsDue() {
        lanes.put("a", "key", new Want("key", "contoso", Urgency.NEW, START.plusSeconds(40), 1));
        many(20);
        look();

        now = START.plusMillis(39_999);
        look();
        assertThat(lanes.queue("a").ready(Urgency.NEW, now)).isZero();
        now = START.plusSeconds(40);

        assertThat(lanes.due(now)).first().isEqualTo("a");
    }

    @Test
    void saysWhenALaneBeginsToPauseAndWhenItGoesOn() {
        fail();
        lanes.looked("a", now);
        assertThat(said).hasSize(1);

        now = START.plusSeconds(6);
        lanes.looked("a", now);

        assertThat(said).extracting(LaneNews::activity).containsExactly(Lane.Activity.PAUSED, Lane.Activity.FREE);
        assertThat(said.getFirst().reason()).isEqualTo(FailureReason.HALO_UNAVAILABLE);
        assertThat(said.getFirst().detail()).isEqualTo("refused");
        assertThat(said.getLast().reason()).isNull();
    }

    @Test
    void saysHowALaneStandsEachHalfMinuteWhileSomebodyWaitsAndNothingInACalmOne() {
        lanes.put("a", "key", new Want("key", "contoso", Urgency.NEW, START.plusSeconds(600), 1));
        lanes.lane("b");

        for (int seconds = 0; seconds < 95; seconds++) {
            now = START.plusSeconds(seconds);
            look();
        }

        assertThat(said).filteredOn(news -> news.connectionId().equals("a")).hasSize(4);
        assertThat(said).filteredOn(news -> news.connectionId().equals("b")).hasSize(1);
    }

    @Test
    void doesNotChatterWhileALaneWorks() {
        terms = Examples.terms(1_000);

        for (int call = 0; call < 100; call++) {
            lanes.put(calling(lanes.lane("a"), terms, now));
            lanes.looked("a", now);
            now = now.plusMillis(50);
            lanes.put(lanes.lane("a").ended(new CallEnd.Done(List.of()), 1, now, terms, now));
            lanes.looked("a", now);
        }

        assertThat(said).hasSize(1);
    }

    @Test
    void countsLanesByWhatTheyDo() {
        fail();
        lanes.looked("a", now);
        lanes.put("b", "key", want("contoso", 0, Urgency.NEW));
        lanes.looked("b", now);

        assertThat(lanes.census(now).lanes())
                .containsEntry(Lane.Activity.PAUSED, 1)
                .containsEntry(Lane.Activity.FREE, 1);
        now = START.plusSeconds(5);
        look();

        assertThat(lanes.census(now).lanes())
                .containsEntry(Lane.Activity.PAUSED, 0)
                .containsEntry(Lane.Activity.FREE, 2);
        assertThat(lanes.census(now).oldest()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void knowsACallWhoseOutcomeDoesNotCome() {
        lanes.put(calling(lanes.lane("a"), terms, now));

        assertThat(lanes.lost("a", START.plusSeconds(32))).isNull();
        assertThat(lanes.lost("a", START.plusSeconds(33))).isNotNull();
    }

    private void fail() {
        lanes.put(calling(lanes.lane("a"), terms, now).ended(new CallEnd.NotSent("refused"), 1, now, terms, now));
    }

    private void many(int count) {
        for (int number = 0; number < count; number++) {
            lanes.lane("connection-" + number);
        }
    }

    private int look() {
        Set<String> due = lanes.due(now);
        due.forEach(connectionId -> lanes.looked(connectionId, now));
        return due.size();
    }
}
