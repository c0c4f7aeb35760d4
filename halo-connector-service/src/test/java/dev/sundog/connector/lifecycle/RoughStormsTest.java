package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lane.StormTerms;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storms while Halo fails in every way, and delivery is made anew from its shelf before each step. */
class RoughStormsTest {

    private final VirtualSite site = new VirtualSite(true);
    private final Set<String> lasting = new TreeSet<>();
    private Random lot = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void loseNothingAndDoubleNothing(long seed) {
        lot = new Random(seed);
        site.terms = VirtualSite.terms(240, new StormTerms(3, Duration.ofSeconds(30), Duration.ofSeconds(60)));
        site.weather = this::rough;

        for (int step = 0; step < 150; step++) {
            int burst = lot.nextInt(10) == 0 ? 12 : 1;
            for (int count = 0; count < burst; count++) {
                event("disk" + lot.nextInt(40));
            }
            site.pass(Duration.ofMillis(200L + lot.nextInt(4_000)));
        }
        site.weather = site.halo::answer;
        site.pass(Duration.ofMinutes(30));
        assertTrueToTheEvents();
        Set.copyOf(lasting).forEach(matter -> site.resolve("contoso", matter));
        site.pass(Duration.ofMinutes(30));

        assertThat(site.halo.tickets.values()).allMatch(ticket -> ticket.closed);
        assertThat(site.calls).anyMatch(call -> call.operation() instanceof Operation.UpdateTicket);
    }

    private void event(String matter) {
        if (lot.nextInt(3) > 0) {
            lasting.add(matter);
            site.open("contoso", matter, lot.nextInt(8) == 0 ? Severity.CRITICAL : Severity.MEDIUM);
        } else if (lasting.remove(matter)) {
            site.resolve("contoso", matter);
        }
    }

    private CallEnd rough(Call call) {
        return switch (lot.nextInt(10)) {
            case 0 -> new CallEnd.Unknown("lost before it was executed");
            case 1 -> {
                site.halo.answer(call);
                yield new CallEnd.Unknown("lost after it was executed");
            }
            case 2 -> new CallEnd.RateLimited(Duration.ofSeconds(5));
            case 3 -> new CallEnd.NotSent("refused");
            default -> site.halo.answer(call);
        };
    }

    /** Each matter that lasts is in exactly one open ticket, its own or a storm's, and no other is open. */
    private void assertTrueToTheEvents() {
        Set<String> single = new TreeSet<>();
        Set<String> folded = new TreeSet<>();
        site.shelf.eachTicket(state -> {
            String matter = state.newest().dedupKey();
            assertThat(state.pending()).as(matter).isEmpty();
            switch (state.phase()) {
                case Phase.Open _ when !state.identity().isStorm() -> single.add(matter);
                case Phase.Folded in when !in.over() -> folded.add(matter);
                case Phase.Idle _, Phase.Over _, Phase.Folded _, Phase.Open _ -> {}
                case Phase other -> throw new AssertionError(matter + " is " + other);
            }
        });
        Set<String> all = new TreeSet<>(single);
        all.addAll(folded);
        assertThat(all).isEqualTo(lasting);
        assertThat(single).doesNotContainAnyElementsOf(folded);
        long open = site.halo.tickets.values().stream()
                .filter(ticket -> !ticket.closed && !ticket.summary.startsWith("Storm"))
                .count();
        assertThat(open).isEqualTo(single.size());
        assertThat(site.halo.tickets.values())
                .filteredOn(ticket -> !ticket.closed && ticket.summary.startsWith("Storm"))
                .hasSize(folded.isEmpty() ? 0 : 1)
                .allSatisfy(ticket -> assertThat(ticket.summary).endsWith(", " + folded.size() + " still lasting"));
    }
}
