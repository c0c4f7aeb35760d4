package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What delivery costs, in requests to Halo. */
class EconomyTest {

    private VirtualSite site = new VirtualSite(false);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void spendsAtMostOnePointTwoCallsForANewTicketAndATenthForARepeat(boolean dies) {
        site = new VirtualSite(dies);
        Random lot = new Random(7);
        int tickets = 0;
        int repeats = 0;

        for (int minute = 0; minute < 120; minute++) {
            site.open("contoso", "disk" + tickets++);
            for (int repeat = 0; repeat < 15; repeat++) {
                site.open("contoso", "disk" + lot.nextInt(tickets));
                repeats++;
                site.pass(Duration.ofSeconds(4));
            }
        }

        assertThat(requests(Operation.CreateTicket.class, Operation.FindTicket.class) / (double) tickets)
                .isLessThanOrEqualTo(1.2);
        assertThat(requests(Operation.AddNote.class, Operation.AddNotes.class) / (double) repeats)
                .isLessThanOrEqualTo(0.1);
        site.assertAllAnswered();
    }

    @Test
    void spendsAtMostOnePointTwoCallsForANewTicketThoughOneOfAHundredIsUnknown() {
        site.weather = call -> call.operation() instanceof Operation.CreateTicket && site.calls.size() % 100 == 50
                ? lost(call)
                : site.halo.answer(call);

        for (int ticket = 0; ticket < 400; ticket++) {
            site.open("contoso", "disk" + ticket);
            site.pass(Duration.ofSeconds(10));
        }
        site.pass(Duration.ofMinutes(3));

        assertThat(site.halo.tickets).hasSize(400);
        assertThat(site.calls).anyMatch(call -> call.operation() instanceof Operation.FindTicket);
        assertThat(requests(Operation.CreateTicket.class, Operation.FindTicket.class) / 400.0)
                .isLessThanOrEqualTo(1.2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsAThousandRepeatsOfAnOutageInOneNoteForEachTicketAllInOneCall(boolean dies) {
        site = new VirtualSite(dies);
        IntStream.range(0, 10).forEach(ticket -> site.open("contoso", "disk" + ticket));
        site.pass(Duration.ofMinutes(1));
        site.weather = _ -> new CallEnd.NotSent("refused");
        for (int repeat = 0; repeat < 1_000; repeat++) {
            site.open("contoso", "disk" + repeat % 10);
            site.pass(Duration.ofSeconds(3));
        }

        int before = site.halo.requests;
        site.weather = site.halo::answer;
        site.pass(Duration.ofMinutes(2));

        assertThat(site.halo.requests - before).isEqualTo(1);
        assertThat(site.halo.tickets.values())
                .allSatisfy(ticket ->
                        assertThat(ticket.notes).singleElement().asString().contains("101 times"));
        site.assertAllAnswered();
    }

    @Test
    void probesADeadHaloWithFewCalls() {
        site.weather = _ -> new CallEnd.NotSent("refused");

        site.open("contoso", "disk");
        site.pass(Duration.ofHours(1));

        assertThat(site.calls).hasSizeLessThan(75);
    }

    @Test
    void writesNotesOfSeveralTicketsInOneCallAndKnowsWhatEachWasAbout() {
        ticketsWithARepeat(30);
        site.pass(Duration.ofSeconds(40));

        List<Operation.AddNotes> together = together();
        assertThat(together).hasSize(2);
        assertThat(together.getFirst().notes()).hasSize(25);
        assertThat(site.halo.tickets.values())
                .allSatisfy(ticket -> assertThat(ticket.notes).hasSize(1));
        site.pass(Duration.ofMinutes(5));
        assertThat(together()).hasSize(2);
    }

    @Test
    void neverWritesANoteAgainWhoseEndIsUnknownOrRefusedAsAWhole() {
        for (CallEnd end : List.of(new CallEnd.Unknown("reset"), new CallEnd.Rejected("no such outcome"))) {
            site = new VirtualSite(false);
            site.weather = call -> call.operation() instanceof Operation.AddNotes ? end : site.halo.answer(call);

            ticketsWithARepeat(10);
            site.pass(Duration.ofMinutes(10));

            assertThat(together()).hasSize(1);
            site.assertAllAnswered();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesTheNotesOfACallThatIsNotHeardOfForTold(boolean dies) {
        site = new VirtualSite(dies);
        ticketsWithARepeat(10);
        site.latency = Duration.ofHours(1);

        site.pass(Duration.ofMinutes(5));

        assertThat(together()).hasSize(1);
        assertThat(site.shelf.after("", 100)).allSatisfy(state -> {
            assertThat(state.phase()).isInstanceOf(Phase.Open.class);
            assertThat(state.told()).isEqualTo(1);
        });
    }

    @Test
    void writesNotesAgainThatHaloDidNotTake() {
        boolean[] limited = {false};
        site.weather = call -> {
            if (call.operation() instanceof Operation.AddNotes && !limited[0]) {
                limited[0] = true;
                return new CallEnd.RateLimited(Duration.ofSeconds(60));
            }
            return site.halo.answer(call);
        };

        ticketsWithARepeat(10);
        site.pass(Duration.ofMinutes(3));

        assertThat(together()).hasSize(2);
        assertThat(site.halo.tickets.values())
                .allSatisfy(ticket -> assertThat(ticket.notes).hasSize(1));
    }

    private void ticketsWithARepeat(int count) {
        site.terms = VirtualSite.terms(
                240, Wishing.terms(1, true, 1, Duration.ofMinutes(5)).storm());
        IntStream.range(0, count).forEach(ticket -> site.open("contoso", "disk" + ticket));
        site.pass(Duration.ofSeconds(20));
        IntStream.range(0, count).forEach(ticket -> site.open("contoso", "disk" + ticket));
        site.pass(Duration.ofSeconds(16));
    }

    private CallEnd lost(Call call) {
        site.halo.answer(call);
        return new CallEnd.Unknown("timeout");
    }

    private List<Operation.AddNotes> together() {
        return site.calls.stream()
                .map(Call::operation)
                .filter(Operation.AddNotes.class::isInstance)
                .map(Operation.AddNotes.class::cast)
                .toList();
    }

    @SafeVarargs
    private int requests(Class<? extends Operation>... types) {
        return site.calls.stream()
                .map(Call::operation)
                .filter(operation -> List.of(types).contains(operation.getClass()))
                .mapToInt(Operation::requests)
                .sum();
    }
}
