package dev.sundog.console.parking;

import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.problem.ShortTexts;
import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes commands about parked events. Says at once what routing would refuse, as far as the history knows. */
final class ParkingDesk {

    private static final List<String> KNOWN = List.of("commandId", "requestedBy", "reason", "source", "tenantId");
    private static final List<String> KNOWN_OF_ALL = List.of("commandId", "requestedBy", "reason", "tenantId");
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
                .filter(view -> isWanted(view.tenantId(), given))
                .toList();
        if (meant.isEmpty()) {
            return new ParkingOutcome.Unknown("no event of this name waits");
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
        var command = command(organizationId, one.tenantId(), verb, given);
        command.put("eventId", one.eventId());
        command.put("source", one.source());
        return sent(command, verb, 1);
    }

    /**
     * Takes a command about all that waits for an organization. Routing carries it out in turns, in the order of the events; what
     * cannot be released stays, and its decision says why.
     *
     * @param given as for one event, without {@code source}; {@code tenantId} where events of several tenants wait
     */
    ParkingOutcome takeAll(String organizationId, ParkingVerb verb, Map<String, ?> given) {
        var errors = ShortTexts.check(given, KNOWN_OF_ALL);
        if (!errors.isEmpty()) {
            return new ParkingOutcome.Invalid(errors.toList());
        }
        var meant = parked.waiting(organizationId).stream()
                .filter(count -> isWanted(count.tenantId(), given))
                .toList();
        if (meant.isEmpty()) {
            return new ParkingOutcome.Unknown("nothing of this organization waits");
        }
        var tenantId = meant.getFirst().tenantId();
        if (meant.stream().anyMatch(count -> !Objects.equals(count.tenantId(), tenantId))) {
            return new ParkingOutcome.Ambiguous(
                    "events of several tenants wait for this organization; say tenantId too");
        }
        var able = meant.stream()
                .filter(count -> verb == ParkingVerb.DISCARD || !NOT_RELEASED.contains(count.reason()))
                .mapToLong(WaitingCount::events)
                .sum();
        if (able == 0) {
            return new ParkingOutcome.Impossible(
                    "all of it waits for a mapping or a connection and goes out by itself when that is there");
        }
        return sent(command(organizationId, tenantId, verb, given), verb, able);
    }

    private static boolean isWanted(@Nullable String tenantId, Map<String, ?> given) {
        return ShortTexts.text(given, "tenantId")
                .map(wanted -> wanted.equals(tenantId))
                .orElse(true);
    }

    private Map<String, Object> command(
            String organizationId, @Nullable String tenantId, ParkingVerb verb, Map<String, ?> given) {
        var command = new LinkedHashMap<String, Object>();
        command.put(
                "commandId",
                ShortTexts.text(given, "commandId")
                        .orElseGet(() -> UUID.randomUUID().toString()));
        command.put("tenantId", Objects.requireNonNullElse(tenantId, ""));
        command.put("organizationId", organizationId);
        command.put("kind", verb.name());
        command.put("requestedBy", ShortTexts.text(given, "requestedBy").orElse("console"));
        ShortTexts.text(given, "reason").ifPresent(reason -> command.put("reason", reason));
        command.put("requestedAt", clock.instant().toString());
        return command;
    }

    private ParkingOutcome sent(Map<String, Object> command, ParkingVerb verb, long events) {
        var organizationId = String.valueOf(command.get("organizationId"));
        outbox.add(new Outbox.Change(Topics.PARKING_COMMANDS.name(), organizationId, 1, Optional.of(command)));
        outbox.wake();
        return new ParkingOutcome.Taken(
                String.valueOf(command.get("commandId")),
                organizationId,
                (String) command.get("eventId"),
                verb,
                events);
    }
}
