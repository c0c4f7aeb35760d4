package dev.sundog.connector.stream;

import dev.sundog.connector.call.Payload;
import dev.sundog.connector.lifecycle.Cause;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Making;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.stream.state.CauseRow;
import dev.sundog.connector.stream.state.TicketRow;
import dev.sundog.event.FailureReason;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tickets to and from their rows. */
final class AvroStates {

    private AvroStates() {}

    static TicketRow write(TicketState state) {
        return TicketRow.newBuilder()
                .setTicketKey(state.identity().ticketKey())
                .setTenantId(state.identity().tenantId())
                .setConnectionId(state.identity().connectionId())
                .setOrganizationId(state.identity().organizationId())
                .setSource(state.identity().source())
                .setEpisode(state.episode())
                .setPhase(AvroPhases.write(state.phase()))
                .setNewest(AvroWishes.write(state.newest()))
                .setGoalSince(state.goalSince())
                .setFiring(state.firing().stream().toList())
                .setOccurrences(state.occurrences())
                .setTold(state.told())
                .setRecent(state.recent())
                .setPending(state.pending().stream().map(AvroStates::write).toList())
                .setSerial(state.serial())
                .setDue(state.due())
                .setNotBefore(state.notBefore())
                .setReported(name(state.reported()))
                .setToldAt(state.toldAt())
                .setPayload(state.making().payload().name())
                .setParentId(state.making().parentId())
                .setSight(AvroSights.write(state.sight()))
                .setFlaps(AvroSights.write(state.flaps()))
                .setLost(state.lost())
                .setCommands(state.commands())
                .build();
    }

    static TicketState read(TicketRow row) {
        return new TicketState(
                new TicketIdentity(
                        row.getTicketKey(),
                        row.getTenantId(),
                        row.getConnectionId(),
                        row.getOrganizationId(),
                        row.getSource()),
                row.getEpisode(),
                AvroPhases.read(row.getPhase()),
                AvroWishes.read(row.getNewest()),
                row.getGoalSince(),
                new TreeSet<>(row.getFiring()),
                row.getOccurrences(),
                row.getTold(),
                row.getToldAt(),
                new Making(Payload.valueOf(row.getPayload()), row.getParentId()),
                AvroSights.read(row.getSight()),
                AvroSights.read(row.getFlaps()),
                row.getRecent(),
                row.getPending().stream().map(AvroStates::read).toList(),
                row.getLost(),
                row.getCommands(),
                row.getSerial(),
                row.getDue(),
                row.getNotBefore(),
                reason(row.getReported()));
    }

    private static CauseRow write(Cause cause) {
        return new CauseRow(cause.eventId(), cause.acceptedAt(), cause.goal() == Goal.OPEN);
    }

    private static Cause read(CauseRow row) {
        return new Cause(row.getEventId(), row.getAcceptedAt(), row.getOpen() ? Goal.OPEN : Goal.RESOLVED);
    }

    private static @Nullable String name(@Nullable FailureReason reason) {
        return reason == null ? null : reason.name();
    }

    private static @Nullable FailureReason reason(@Nullable String name) {
        return name == null ? null : FailureReason.valueOf(name);
    }
}
