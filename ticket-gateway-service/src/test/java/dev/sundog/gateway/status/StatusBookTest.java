package dev.sundog.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.gateway.source.Sender;
import dev.sundog.gateway.status.StatusFact.Accepted;
import dev.sundog.gateway.status.StatusFact.Decided;
import dev.sundog.gateway.status.StatusFact.Delivered;
import dev.sundog.gateway.status.StatusFact.Delivery;
import dev.sundog.gateway.status.StatusFact.Delivery.Ended;
import dev.sundog.gateway.status.StatusFact.Delivery.Failed;
import dev.sundog.gateway.status.StatusFact.Delivery.Ticketed;
import dev.sundog.gateway.status.StatusFact.EventName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusBookTest {

    private static final Sender ACME = new Sender("k", "acme-msp", Set.of("*"), Set.of("*"));
    private static final String KEY = "acme-halo/contoso/backup/disk";
    private static final Ticketed TICKET = new Ticketed(2101, "https://halo.example/ticket?id=2101");
    private static final EventName EVENT = new EventName("e1", "backup", "contoso");

    private final StatusBook book = new StatusBook(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    @Test
    void knowsNothingOfAnEventNobodySpokeOf() {
        assertThat(book.find(ACME, "e1")).isEmpty();
    }

    @Test
    void tellsEachStepUpToTheTicket() {
        var states = new ArrayList<EventState>();

        for (var fact : List.of(accepted("acme-msp"), decided(EventState.ROUTED, KEY, 2), delivered(TICKET, 3, "e1"))) {
            book.learn(fact);
            states.add(answer().state());
        }

        assertThat(states).containsExactly(EventState.ACCEPTED, EventState.ROUTED, EventState.TICKETED);
        assertThat(answer().ticket()).isEqualTo(new EventAnswer.Ticket(2101, TICKET.ticketUrl()));
        assertThat(answer().ticketKey()).isEqualTo(KEY);
        assertThat(answer().updatedAt()).isEqualTo(at(3));
    }

    @Test
    void comesToTheSameWhateverTheOrderOfFacts() {
        var facts = new ArrayList<>(List.of(
                accepted("acme-msp"),
                decided(EventState.PARKED, null, 2),
                decided(EventState.ROUTED, KEY, 3),
                delivered(new Failed(FailureReason.HALO_UNAVAILABLE, "away"), 4, "e1"),
                delivered(TICKET, 5, "e1")));

        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(facts, new Random(seed));
            var shuffled = new StatusBook(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
            facts.forEach(shuffled::learn);
            facts.forEach(shuffled::learn);

            var answer = shuffled.find(ACME, "e1").orElseThrow();
            assertThat(answer.state()).as("seed %s", seed).isEqualTo(EventState.TICKETED);
            assertThat(answer.updatedAt()).as("seed %s", seed).isEqualTo(at(5));
        }
    }

    @Test
    void countsTheLaterDecisionOfAParkedEvent() {
        book.learn(new Decided(
                EVENT, null, EventState.PARKED, FailureReason.UNMAPPED_ORGANIZATION, "no customer", null, at(1)));
        book.learn(accepted("acme-msp"));
        var parked = answer();

        book.learn(decided(EventState.ROUTED, KEY, 9));

        assertThat(parked.state()).isEqualTo(EventState.PARKED);
        assertThat(parked.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION);
        assertThat(answer().state()).isEqualTo(EventState.ROUTED);
    }

    @Test
    void countsARepeatAsTicketedWhenItsTicketIsToldAfterwards() {
        book.learn(accepted("acme-msp"));
        book.learn(delivered(TICKET, 1, "earlier"));
        book.learn(decided(EventState.ROUTED, KEY, 5));
        var before = answer().state();

        book.learn(delivered(TICKET, 6, "another"));

        assertThat(before).isEqualTo(EventState.ROUTED);
        assertThat(answer().state()).isEqualTo(EventState.TICKETED);
    }

    @Test
    void saysWhyItFailedUntilThereIsATicket() {
        book.learn(accepted("acme-msp"));
        book.learn(decided(EventState.ROUTED, KEY, 2));
        book.learn(delivered(new Failed(FailureReason.HALO_REJECTED, "Category is required"), 3, "e1"));
        var failed = answer();

        book.learn(delivered(TICKET, 4, "e1"));

        assertThat(failed.state()).isEqualTo(EventState.FAILED);
        assertThat(failed.reason()).isEqualTo(FailureReason.HALO_REJECTED);
        assertThat(failed.detail()).isEqualTo("Category is required");
        assertThat(answer().state()).isEqualTo(EventState.TICKETED);
        assertThat(answer().reason()).isNull();
    }

    @Test
    void keepsATicketThroughTheFailureOfALaterEvent() {
        book.learn(accepted("acme-msp"));
        book.learn(decided(EventState.ROUTED, KEY, 2));
        book.learn(delivered(TICKET, 3, "e1"));

        book.learn(delivered(new Failed(FailureReason.HALO_UNAVAILABLE, "away"), 4, "e2", "e1"));

        assertThat(answer().state()).isEqualTo(EventState.TICKETED);
    }

    @Test
    void endsAnEventWhoseMatterEndedBeforeATicketWasMade() {
        book.learn(accepted("acme-msp"));
        book.learn(decided(EventState.ROUTED, KEY, 2));

        book.learn(delivered(new Ended(), 3, "e2", "e1"));

        assertThat(answer().state()).isEqualTo(EventState.SUPPRESSED);
        assertThat(answer().detail()).isNotBlank();
    }

    @Test
    void showsAnEventToItsTenantOnly() {
        var stranger = new Sender("k2", "other-msp", Set.of("*"), Set.of("*"));
        var colleague = new Sender("k3", "acme-msp", Set.of("fabrikam"), Set.of("*"));

        book.learn(accepted("acme-msp"));

        assertThat(book.find(ACME, "e1")).isPresent();
        assertThat(book.find(stranger, "e1")).isEmpty();
        assertThat(book.find(colleague, "e1")).isEmpty();
    }

    @Test
    void showsNobodyAnEventThatMayBeAnybodys() {
        book.learn(accepted(null));
        var before = book.find(ACME, "e1");

        book.learn(decided(EventState.ROUTED, KEY, 2));

        assertThat(before).isEmpty();
        assertThat(answer().state()).isEqualTo(EventState.ROUTED);
    }

    @Test
    void tellsEventsOfOneNameApart() {
        var stranger = new Sender("k2", "other-msp", Set.of("*"), Set.of("*"));
        book.learn(accepted("acme-msp"));
        book.learn(new Decided(EVENT, "other-msp", EventState.REFUSED, null, "not yours", null, at(2)));
        book.learn(new Accepted(new EventName("e1", "monitoring", "fabrikam"), "acme-msp", at(7)));

        assertThat(book.find(stranger, "e1").orElseThrow().state()).isEqualTo(EventState.REFUSED);
        assertThat(answer().organizationId()).isEqualTo("fabrikam");
    }

    private EventAnswer answer() {
        return book.find(ACME, "e1").orElseThrow();
    }

    private static Accepted accepted(@Nullable String tenantId) {
        return new Accepted(EVENT, tenantId, at(1));
    }

    private static Decided decided(EventState state, @Nullable String ticketKey, int second) {
        return new Decided(EVENT, "acme-msp", state, null, null, ticketKey, at(second));
    }

    private static Delivered delivered(Delivery delivery, int second, String... causedBy) {
        return new Delivered(KEY, List.of(causedBy), delivery, at(second));
    }

    private static Instant at(int second) {
        return Instant.parse("2026-11-21T10:00:00Z").plusSeconds(second);
    }
}
