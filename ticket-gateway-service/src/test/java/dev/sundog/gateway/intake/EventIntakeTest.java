package dev.sundog.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.format.Event;
import dev.sundog.gateway.format.Reading;
import dev.sundog.gateway.intake.EventLog.Written;
import dev.sundog.gateway.intake.IntakeOutcome.Accepted;
import dev.sundog.gateway.intake.IntakeOutcome.Forbidden;
import dev.sundog.gateway.intake.IntakeOutcome.Invalid;
import dev.sundog.gateway.intake.IntakeOutcome.TooLarge;
import dev.sundog.gateway.intake.IntakeOutcome.Unavailable;
import dev.sundog.gateway.problem.FieldError;
import dev.sundog.gateway.source.Sender;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventIntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Sender SENDER = new Sender("k", "acme-msp", Set.of("contoso"), Set.of("backup"));

    private final FakeEventLog log = new FakeEventLog();
    private final List<String> journal = new ArrayList<>();
    private final EventIntake intake = new EventIntake(
            log,
            (tenant, event, at) -> journal.add(tenant + " " + event.head().eventId() + " " + at),
            InstantSource.fixed(NOW));

    @Test
    void givesEachReadingItsOwnOutcomeInOrder() {
        var error = new FieldError("/title", "is required");
        log.end(event -> switch (event.head().eventId()) {
            case "huge" -> Written.TOO_LARGE;
            case "late" -> Written.UNAVAILABLE;
            default -> Written.SAFE;
        });

        var outcomes = intake.take(
                SENDER,
                List.of(
                        new Reading.Faulty(List.of(error)),
                        alert("e1", "contoso", "backup"),
                        alert("e2", "fabrikam", "backup"),
                        alert("huge", "contoso", "backup"),
                        new Reading.Oversized(300, 200),
                        alert("e3", "contoso", "monitoring"),
                        alert("late", "contoso", "backup"),
                        alert("e4", "contoso", "backup")));

        assertThat(outcomes)
                .containsExactly(
                        new Invalid(List.of(error)),
                        new Accepted("e1"),
                        new Forbidden("The key may not send for the organization fabrikam."),
                        new TooLarge("The event is larger than the broker takes."),
                        new TooLarge("The event has 300 bytes of JSON; allowed: 200."),
                        new Forbidden("The key may not send as the source monitoring."),
                        new Unavailable(),
                        new Accepted("e4"));
    }

    @Test
    void journalsAcceptedEventsOnly() {
        log.end(event -> event.head().eventId().equals("e1") ? Written.SAFE : Written.UNAVAILABLE);

        intake.take(SENDER, List.of(alert("e1", "contoso", "backup"), alert("e2", "contoso", "backup")));

        assertThat(journal).containsExactly("acme-msp e1 " + NOW);
    }

    @Test
    void acceptsAnEventSentTwiceTwice() {
        var first = intake.take(SENDER, List.of(alert("e1", "contoso", "backup")));
        var second = intake.take(SENDER, List.of(alert("e1", "contoso", "backup")));

        assertThat(first).isEqualTo(second).containsExactly(new Accepted("e1"));
        assertThat(log.events()).hasSize(2);
    }

    private static Reading alert(String eventId, String organizationId, String source) {
        var head = new Event.Head(
                eventId,
                source,
                organizationId,
                "d",
                Event.Severity.LOW,
                "t",
                null,
                NOW,
                List.of(),
                Map.of(),
                List.of());
        return new Reading.Understood(new Event.Alert(head, Event.AlertStatus.FIRING, null));
    }
}
