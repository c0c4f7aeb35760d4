package dev.sundog.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.event.FailureReason;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketFailed;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketStatus;
import dev.sundog.event.TicketStatusChanged;
import dev.sundog.gateway.status.StatusFact.Delivered;
import dev.sundog.gateway.status.StatusFact.Delivery.Ended;
import dev.sundog.gateway.status.StatusFact.Delivery.Failed;
import dev.sundog.gateway.status.StatusFact.Delivery.Ticketed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AvroStatusFactsTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void hasAStateForEveryOutcomeOfADecision() {
        assertThat(Stream.of(DecisionOutcome.values()).map(outcome -> EventState.valueOf(outcome.name())))
                .containsExactly(EventState.ROUTED, EventState.SUPPRESSED, EventState.PARKED, EventState.REFUSED);
    }

    @Test
    void hearsOfTicketsFailuresAndEnds() {
        assertThat(delivery(new TicketCreated(7L, "https://h/7", "s"))).contains(new Ticketed(7, "https://h/7"));
        assertThat(delivery(new TicketFailed(FailureReason.EXPIRED, "too late", true, 2)))
                .contains(new Failed(FailureReason.EXPIRED, "too late"));
        assertThat(delivery(new TicketResolved(null, null, true))).contains(new Ended());
        assertThat(delivery(new TicketResolved(7L, "https://h/7", true))).contains(new Ticketed(7, "https://h/7"));
    }

    @Test
    void passesOverWhatSaysNothingOfEvents() {
        assertThat(delivery(new TicketStatusChanged(7L, 2L, "In Progress", TicketStatus.IN_PROGRESS)))
                .isEmpty();
        assertThat(AvroStatusFacts.fact(null, null, AT)).isEmpty();
        assertThat(AvroStatusFacts.fact("something else", null, AT)).isEmpty();
    }

    private static Optional<StatusFact.Delivery> delivery(Object detail) {
        var event = TicketEvent.newBuilder()
                .setEventId("te")
                .setOccurredAt(AT)
                .setTenantId("t")
                .setConnectionId("c")
                .setOrganizationId("o")
                .setTicketKey("k")
                .setSource("s")
                .setCausedBy(List.of("e1"))
                .setDetail(detail)
                .build();
        return AvroStatusFacts.fact(event, null, AT).map(fact -> ((Delivered) fact).delivery());
    }
}
