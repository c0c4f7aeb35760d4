package dev.sundog.console.history;

import dev.sundog.console.history.HistoryEntry.LaneTold;
import dev.sundog.delivery.LaneStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes from a lane's word what the history keeps of it. */
final class AvroLanes {

    private AvroLanes() {}

    static LaneTold told(LaneStatus lane) {
        var reason = lane.getReason();
        var detail = lane.getDetail();
        return new LaneTold(new LaneView(
                Holdable.key(lane.getConnectionId()),
                Holdable.key(lane.getTenantId()),
                lane.getState().name(),
                reason == null ? null : reason.name(),
                detail == null ? null : Holdable.text(detail),
                moment(lane.getUntil()),
                lane.getPending(),
                moment(lane.getOldestSince()),
                lane.getBudget(),
                lane.getSpent(),
                lane.getStorms(),
                Holdable.moment(lane.getAt())));
    }

    private static @Nullable Instant moment(@Nullable Instant moment) {
        return moment == null ? null : Holdable.moment(moment);
    }
}
