package dev.sundog.connector.stream;

import dev.sundog.connector.lane.Budget;
import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.stream.state.InFlightRow;
import dev.sundog.connector.stream.state.LaneRow;
import dev.sundog.connector.stream.state.LessonRow;
import dev.sundog.connector.stream.state.PauseRow;
import dev.sundog.connector.stream.state.SlotRow;
import dev.sundog.delivery.LaneState;
import dev.sundog.delivery.LaneStatus;
import dev.sundog.event.FailureReason;
import org.jspecify.annotations.Nullable;

/** Lanes to and from their rows, and to their form on {@code lanes-v1}. */
final class AvroLanes {

    private AvroLanes() {}

    static LaneStatus status(LaneNews news) {
        return LaneStatus.newBuilder()
                .setTenantId(news.tenantId())
                .setConnectionId(news.connectionId())
                .setState(LaneState.valueOf(news.activity().name()))
                .setReason(news.reason())
                .setDetail(news.detail())
                .setUntil(news.until())
                .setPending(news.pending())
                .setOldestSince(news.oldestSince())
                .setBudget(news.budget())
                .setSpent(news.spent())
                .setStorms(news.storms())
                .setAt(news.at())
                .build();
    }

    static LaneRow write(Lane lane) {
        return LaneRow.newBuilder()
                .setConnectionId(lane.connectionId())
                .setSlots(lane.budget().slots().stream()
                        .map(slot -> new SlotRow(slot.start(), slot.calls()))
                        .toList())
                .setInFlight(write(lane.inFlight()))
                .setPause(write(lane.pause()))
                .setSetbacks(lane.setbacks())
                .setLesson(write(lane.budget().lesson()))
                .setTurns(lane.turns())
                .setLastOrganization(lane.lastOrganization())
                .build();
    }

    static Lane read(LaneRow row) {
        LessonRow lesson = row.getLesson();
        Budget budget = new Budget(
                row.getSlots().stream()
                        .map(slot -> new Budget.Slot(slot.getStart(), slot.getCalls()))
                        .toList(),
                lesson == null ? null : new Budget.Lesson(lesson.getRequests(), lesson.getAt()));
        return new Lane(
                row.getConnectionId(),
                budget,
                read(row.getInFlight()),
                read(row.getPause()),
                row.getSetbacks(),
                row.getTurns(),
                row.getLastOrganization());
    }

    private static @Nullable LessonRow write(Budget.@Nullable Lesson lesson) {
        return lesson == null ? null : new LessonRow(lesson.requests(), lesson.at());
    }

    private static @Nullable InFlightRow write(Lane.@Nullable InFlight out) {
        return out == null
                ? null
                : new InFlightRow(out.callId(), out.ticketKey(), out.notAfter(), out.others(), out.requests());
    }

    private static Lane.@Nullable InFlight read(@Nullable InFlightRow row) {
        return row == null
                ? null
                : new Lane.InFlight(
                        row.getCallId(), row.getTicketKey(), row.getOthers(), row.getNotAfter(), row.getRequests());
    }

    private static @Nullable PauseRow write(Lane.@Nullable Pause pause) {
        return pause == null
                ? null
                : new PauseRow(pause.reason().name(), pause.until(), pause.version(), pause.detail());
    }

    private static Lane.@Nullable Pause read(@Nullable PauseRow row) {
        return row == null
                ? null
                : new Lane.Pause(
                        FailureReason.valueOf(row.getReason()), row.getUntil(), row.getVersion(), row.getDetail());
    }
}
