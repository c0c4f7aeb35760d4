package dev.sundog.console.parking;

import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.problem.ShortTexts;
import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes commands about parked events. Says at once what routing would refuse, as far as the history knows. */
final class ParkingDesk {

    private static final List<String> KNOWN = List.of("commandId", "requestedBy", "reason", "source", "tenantId");
    private static final List<String> NOT_RELEASED = List.of("UNMAPPED_ORGANIZATION", "CONNECTION_DISABLED");

    private final Parked parked;
    private final Outbox outbox;
    private final InstantSource clock;

    ParkingDesk(Parked parked, Outbox outbox, InstantSource clock) {
        this.parked = parked;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes a command about one event.
     *
     * @param given {@code commandId}, by which the same command sent twice counts once, {@code requestedBy}, {@code reason};
     *     {@code source} or {@code tenantId} where several events have the name; each may be missing
     */
    ParkingOutcome take(String organizationId, String eventId, ParkingVerb verb, Map<String, ?> given) {
        var errors = ShortTexts.check(given, KNOWN);
        if (!errors.isEmpty()) {
            return new ParkingOutcome.Invalid(errors.toList());
        }
        var meant = parked.named(organizationId, eventId).stream()
                .filter(view -> ShortTexts.text(given, "source")
                        .map(view.source()::equals)
                        .orElse(true))
                .filter(view -> ShortTexts.text(given, "tenantId")
                        .map(wanted -> wanted.equals(view.tenantId()))
                        .orElse(true))
                .toList();
        if (meant.isEmpty()) {
            return new ParkingOutcome.Unknown();
        }
        if (meant.size() > 1) {
            return new ParkingOutcome.Ambiguous("several events that wait have this name; say source or tenantId too");
        }
        var one = meant.getFirst();
        if (verb == ParkingVerb.RELEASE && NOT_RELEASED.contains(one.reason())) {
            return new ParkingOutcome.Impossible(
                    "it waits for something that is missing and goes out by itself when that is there: "
                            + one.detail());
        }
        return taken(one, verb, given);
    }

    private ParkingOutcome taken(ParkedView one, ParkingVerb verb, Map<String, ?> given) {
        var commandId = ShortTexts.text(given, "commandId")
                .orElseGet(() -> UUID.randomUUID().toString());
        var command = new LinkedHashMap<String, Object>();
        command.put("commandId", commandId);
        command.put("tenantId", Optional.ofNullable(one.tenantId()).orElse(""));
        command.put("organizationId", one.organizationId());
        command.put("eventId", one.eventId());
        command.put("source", one.source());
        command.put("kind", verb.name());
        command.put("requestedBy", ShortTexts.text(given, "requestedBy").orElse("console"));
        ShortTexts.text(given, "reason").ifPresent(reason -> command.put("reason", reason));
        command.put("requestedAt", clock.instant().toString());
        outbox.add(new Outbox.Change(Topics.PARKING_COMMANDS.name(), one.organizationId(), 1, Optional.of(command)));
        outbox.wake();
        return new ParkingOutcome.Taken(commandId, one.organizationId(), one.eventId(), verb);
    }
}
