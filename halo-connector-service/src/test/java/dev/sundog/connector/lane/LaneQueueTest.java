package dev.sundog.connector.lane;

import static dev.sundog.connector.lane.Examples.START;
import static dev.sundog.connector.lane.Examples.call;
import static dev.sundog.connector.lane.Examples.want;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneQueueTest {

    private final LaneQueue queue = new LaneQueue();
    private final LaneTerms terms = Examples.terms(1_000);
    private final Instant now = START.plusSeconds(60);
    private Lane lane = Lane.of("acme-halo");

    @Test
    void letsUrgentTurnsGoFirstAndStarvesNobody() {
        many("contoso", 1_000, Urgency.NEW);
        IntStream.range(1_000, 2_000).forEach(number -> put(want("contoso", number, Urgency.URGENT)));
        IntStream.range(2_000, 2_100).forEach(number -> put(want("contoso", number, Urgency.NOTE)));

        List<Urgency> served = take(100).stream().map(Want::urgency).toList();

        assertThat(served.subList(0, 4)).containsOnly(Urgency.URGENT);
        assertThat(served).filteredOn(Urgency.URGENT::equals).hasSize(80);
        assertThat(served).filteredOn(Urgency.NEW::equals).hasSize(16);
        assertThat(served).filteredOn(Urgency.NOTE::equals).hasSize(4);
    }

    @Test
    void delaysAQuietOrganizationByOneTurnOfANoisyOne() {
        many("contoso", 500, Urgency.NEW);
        many("fabrikam", 3, Urgency.NEW);

        List<String> served = take(6).stream().map(Want::organizationId).toList();

        assertThat(served).containsExactly("contoso", "fabrikam", "contoso", "fabrikam", "contoso", "fabrikam");
    }

    @Test
    void countsNoErrandAmongThoseThatWait() {
        put(want("", 1, Urgency.ERRAND));
        assertThat(queue.size()).isZero();
        assertThat(queue.oldest()).isEmpty();

        put(want("contoso", 2, Urgency.NEW));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(first()).map(Want::ticketKey).contains("contoso/2");
        assertThat(queue.oldest()).contains(want("contoso", 2, Urgency.NEW).due());

        queue.put("/1", null);
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void servesTheOneThatHasWaitedLongestWithinAnOrganization() {
        put(want("contoso", 9, Urgency.NEW));
        put(want("contoso", 2, Urgency.NEW));

        assertThat(first()).map(Want::ticketKey).contains("contoso/2");
    }

    @Test
    void keepsTheOrderWhenItIsMadeAnewBetweenTwoTurns() {
        many("contoso", 20, Urgency.NEW);
        many("fabrikam", 20, Urgency.URGENT);
        LaneQueue anew = new LaneQueue();
        List<Want> all = new ArrayList<>();
        IntStream.range(0, 20).forEach(number -> all.add(want("contoso", number, Urgency.NEW)));
        IntStream.range(0, 20).forEach(number -> all.add(want("fabrikam", number, Urgency.URGENT)));

        List<Want> served = take(7);
        all.reversed().stream()
                .filter(want -> !served.contains(want))
                .forEach(want -> anew.put(want.ticketKey(), want));

        assertThat(anew.first(lane, terms, now)).isEqualTo(first());
    }

    @Test
    void letsNothingCheaperEatUpWhatAnUrgentTurnSavesFor() {
        LaneTerms three = Examples.terms(3);
        lane = new Lane("acme-halo", Budget.unspent().spend(1, three, now), null, null, 0, 0, "");
        put(new Want("lost", "contoso", Urgency.URGENT, START, 3));
        put(want("contoso", 1, Urgency.NEW));

        assertThat(queue.first(lane, three, now)).isEmpty();
    }

    @Test
    void letsWhatIsUrgentSpendTheReservedShare() {
        LaneTerms ten = Examples.terms(10);
        lane = new Lane("acme-halo", Budget.unspent().spend(8, ten, now), null, null, 0, 4, "");
        put(want("contoso", 1, Urgency.NEW));
        assertThat(queue.first(lane, ten, now)).isEmpty();

        put(want("contoso", 2, Urgency.URGENT));

        assertThat(queue.first(lane, ten, now)).map(Want::ticketKey).contains("contoso/2");
    }

    @Test
    void holdsNotesUntilTheirPatienceEndsOrTheExchangeIsFull() {
        put(want("contoso", 0, Urgency.NOTE));
        assertThat(queue.first(lane, terms, START.plusSeconds(14))).isEmpty();
        assertThat(queue.first(lane, terms, START.plusSeconds(15))).isPresent();

        many("contoso", 25, Urgency.NOTE);
        assertThat(queue.first(lane, terms, START.plusSeconds(1))).isPresent();
    }

    @Test
    void takesNotesOfAllOrganizationsInTurn() {
        many("contoso", 100, Urgency.NOTE);
        many("fabrikam", 2, Urgency.NOTE);

        List<Want> together = queue.notes(lane, now);

        assertThat(together)
                .hasSize(25)
                .startsWith(queue.first(lane, terms, now).orElseThrow());
        assertThat(together)
                .filteredOn(want -> want.organizationId().equals("fabrikam"))
                .hasSize(2);
    }

    private void many(String organizationId, int count, Urgency urgency) {
        IntStream.range(0, count).forEach(number -> put(want(organizationId, number, urgency)));
    }

    private void put(Want want) {
        queue.put(want.ticketKey(), want);
    }

    private Optional<Want> first() {
        return queue.first(lane, terms, now);
    }

    private List<Want> take(int count) {
        List<Want> served = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            Want want = first().orElseThrow();
            served.add(want);
            queue.put(want.ticketKey(), null);
            lane = lane.sent(
                            call(want.ticketKey(), new Operation.AddNote(7, "<p>note</p>"), now),
                            List.of(),
                            want,
                            terms,
                            now)
                    .ended(new CallEnd.Done(List.of()), 1, now, terms, now);
        }
        return served;
    }
}
