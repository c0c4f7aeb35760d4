package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.Budget;
import dev.sundog.connector.lifecycle.Cause;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Lane;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.stream.state.CauseRow;
import dev.sundog.connector.stream.state.InFlightRow;
import dev.sundog.connector.stream.state.LaneRow;
import dev.sundog.connector.stream.state.PauseRow;
import dev.sundog.connector.stream.state.SlotRow;
import dev.sundog.connector.stream.state.TicketRow;
import dev.sundog.event.FailureReason;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tickets and lanes to and from their rows. */
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
                row.getRecent(),
                row.getPending().stream().map(AvroStates::read).toList(),
                row.getSerial(),
                row.getDue(),
                row.getNotBefore(),
                reason(row.getReported()));
    }

    static LaneRow write(Lane lane) {
        Lane.InFlight inFlight = lane.inFlight();
        Lane.Pause pause = lane.pause();
        return LaneRow.newBuilder()
                .setConnectionId(lane.connectionId())
                .setSlots(lane.budget().slots().stream()
                        .map(slot -> new SlotRow(slot.start(), slot.calls()))
                        .toList())
                .setInFlight(
                        inFlight == null
                                ? null
                                : new InFlightRow(inFlight.callId(), inFlight.ticketKey(), inFlight.notAfter()))
                .setPause(pause == null ? null : new PauseRow(pause.reason().name(), pause.until(), pause.version()))
                .setSetbacks(lane.setbacks())
                .build();
    }

    static Lane read(LaneRow row) {
        InFlightRow inFlight = row.getInFlight();
        PauseRow pause = row.getPause();
        return new Lane(
                row.getConnectionId(),
                new Budget(row.getSlots().stream()
                        .map(slot -> new Budget.Slot(slot.getStart(), slot.getCalls()))
                        .toList()),
                inFlight == null
                        ? null
                        : new Lane.InFlight(inFlight.getCallId(), inFlight.getTicketKey(), inFlight.getNotAfter()),
                pause == null
                        ? null
                        : new Lane.Pause(
                                FailureReason.valueOf(pause.getReason()), pause.getUntil(), pause.getVersion()),
                row.getSetbacks());
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
