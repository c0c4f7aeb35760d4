package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.parking.Command;
import dev.sundog.routing.stream.KafkaParkedStore.Row;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import java.util.Objects;

/**
 * Does with one parked event what a person wants. What lacks a mapping, a connection or a rule that works cannot be released: it
 * stays, and a decision says why. What queues in order is not let past those before it.
 */
final class KafkaByHand {

    private final KafkaParkedStore store;
    private final KafkaParkedRows rows;
    private final KafkaOutlet outlet;
    private final KafkaJudge judge;
    private final KafkaMatters matters;

    KafkaByHand(
            KafkaParkedStore store, KafkaParkedRows rows, KafkaOutlet outlet, KafkaJudge judge, KafkaMatters matters) {
        this.store = store;
        this.rows = rows;
        this.outlet = outlet;
        this.judge = judge;
        this.matters = matters;
    }

    /** How it ended. */
    enum Outcome {
        /** The event waits no longer. */
        DONE,
        /** It is not meant, or stays. */
        STAYS,
        /** It stays, and so does every event of its organization. */
        ALL_REFUSED
    }

    Outcome act(Row row, Command command) {
        return rows.read(row)
                .filter(waiting -> meant(waiting.event(), command))
                .map(waiting -> act(row, waiting, command))
                .orElse(Outcome.STAYS);
    }

    private Outcome act(Row row, Waiting waiting, Command command) {
        var event = waiting.event();
        var decision = command.kind() == Command.Kind.RELEASE ? judge.decideReleased(event) : judge.decide(event);
        var owner = Objects.requireNonNullElse(decision.trail().tenantId(), "");
        if (!owner.equals(command.tenantId())) {
            return Outcome.STAYS;
        }
        return switch (command.kind()) {
            case DISCARD -> {
                rows.leave(row, event, new Suppressed(decision.trail(), why(command)), command.requestedBy());
                // It may have held up those behind it.
                store.queues().lookAgain(event.organizationId());
                yield Outcome.DONE;
            }
            case RELEASE -> released(row, event, decision, command);
            case UNSUPPORTED -> Outcome.STAYS;
        };
    }

    private Outcome released(Row row, Event event, Decision decision, Command command) {
        if (decision instanceof Parked parked) {
            outlet.waitsOn(event, refused(parked, parked.detail()), command.requestedBy());
            return parked.wholeOrganization() ? Outcome.ALL_REFUSED : Outcome.STAYS;
        }
        if (store.queues().held(event.organizationId())) {
            // Those in order are free by now, or it would still be parked; the next turns release them.
            return Outcome.STAYS;
        }
        if (decision instanceof Decision.Routed routed) {
            var quiet = matters.quiet(event, routed, row.place().sequence());
            rows.leave(row, event, quiet, command.requestedBy());
            matters.routed(event, routed.trail(), row.place().sequence());
        } else {
            rows.leave(row, event, decision, command.requestedBy());
        }
        return Outcome.DONE;
    }

    private static Parked refused(Parked parked, String why) {
        return new Parked(
                parked.trail(),
                parked.reason(),
                "cannot be released: " + why,
                parked.until(),
                parked.wholeOrganization());
    }

    private static String why(Command command) {
        return "discarded by " + command.requestedBy() + (command.reason() == null ? "" : ": " + command.reason());
    }

    private static boolean meant(Event event, Command command) {
        return (command.eventId() == null || command.eventId().equals(event.eventId()))
                && (command.source() == null || command.source().equals(event.source()));
    }
}
