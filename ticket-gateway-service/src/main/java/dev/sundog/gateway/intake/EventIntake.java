package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.Event;
import dev.sundog.gateway.format.Reading;
import dev.sundog.gateway.intake.EventLog.Written;
import dev.sundog.gateway.intake.IntakeOutcome.Accepted;
import dev.sundog.gateway.intake.IntakeOutcome.Forbidden;
import dev.sundog.gateway.intake.IntakeOutcome.Invalid;
import dev.sundog.gateway.intake.IntakeOutcome.TooLarge;
import dev.sundog.gateway.intake.IntakeOutcome.Unavailable;
import dev.sundog.gateway.source.Sender;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings events that were read to the log, as far as their sender may send them. */
final class EventIntake {

    private final EventLog log;
    private final AcceptanceJournal journal;
    private final InstantSource time;

    EventIntake(EventLog log, AcceptanceJournal journal, InstantSource time) {
        this.log = log;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Takes the events of one request. Blocks as the log does. No event is held up by another's fault.
     *
     * @return one outcome for each reading, in their order
     */
    List<IntakeOutcome> take(Sender sender, List<Reading> readings) {
        var refusals =
                readings.stream().map(reading -> refusal(sender, reading)).toList();
        var events = new ArrayList<Event>();
        for (int i = 0; i < readings.size(); i++) {
            if (refusals.get(i).isEmpty() && readings.get(i) instanceof Reading.Understood(var event)) {
                events.add(event);
            }
        }
        var stored = store(sender, events).iterator();
        return refusals.stream().map(refusal -> refusal.orElseGet(stored::next)).toList();
    }

    private List<IntakeOutcome> store(Sender sender, List<Event> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var written = log.append(sender.tenantId(), events);
        var outcomes = new ArrayList<IntakeOutcome>();
        for (int i = 0; i < events.size(); i++) {
            outcomes.add(outcome(sender, events.get(i), written.get(i)));
        }
        return outcomes;
    }

    private IntakeOutcome outcome(Sender sender, Event event, Written written) {
        return switch (written) {
            case SAFE -> {
                journal.accepted(sender.tenantId(), event, time.instant());
                yield new Accepted(event.head().eventId());
            }
            case UNAVAILABLE -> new Unavailable();
            case TOO_LARGE -> new TooLarge("The event is larger than the broker takes.");
        };
    }

    private static Optional<IntakeOutcome> refusal(Sender sender, Reading reading) {
        return switch (reading) {
            case Reading.Faulty(var errors) -> Optional.of(new Invalid(errors));
            case Reading.Oversized(var bytes, var allowed) ->
                Optional.of(new TooLarge("The event has " + bytes + " bytes of JSON; allowed: " + allowed + "."));
            case Reading.Understood(var event) -> refusal(sender, event.head());
        };
    }

    private static Optional<IntakeOutcome> refusal(Sender sender, Event.Head head) {
        if (!sender.mayActFor(head.organizationId())) {
            return Optional.of(
                    new Forbidden("The key may not send for the organization " + head.organizationId() + "."));
        }
        if (!sender.maySpeakAs(head.source())) {
            return Optional.of(new Forbidden("The key may not send as the source " + head.source() + "."));
        }
        return Optional.empty();
    }
}
