package dev.sundog.routing.stream;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Refused;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.stream.KafkaParkedStore.Row;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** Releases parked events when what made them wait has ended, each organization's in its order. */
final class KafkaParking {

    /** Most parked events that are looked at before an event of their organization is decided. */
    private static final int CATCH_UP = 200;

    private final KafkaParts parts;
    private final KafkaParkedStore store;
    private final KafkaParkedRows rows;
    private final KafkaJudge judge;
    private final KafkaMatters matters;
    private long settledAtChange = -1;

    KafkaParking(
            KafkaParts parts, KafkaParkedStore store, KafkaParkedRows rows, KafkaJudge judge, KafkaMatters matters) {
        this.parts = parts;
        this.store = store;
        this.rows = rows;
        this.judge = judge;
        this.matters = matters;
    }

    /** Why new events of the organization have to queue; empty when they need not. */
    Optional<FailureReason> blocked(String organizationId) {
        return store.queues().blocked(organizationId);
    }

    /**
     * Lets those go first that wait and are free by now, before another event of the organization is decided. Where they are many,
     * some stay for the next turns, and the organization is blocked until then. One that is blocked already needs none of it.
     */
    void catchUp(String organizationId, long now) {
        if (!store.queues().held(organizationId)
                && store.queues().due(organizationId, parts.configuration()::changesAbout, now)) {
            look(organizationId, now, Math.min(CATCH_UP, parts.releaseBatch()));
        }
    }

    /**
     * One turn: looks through the organizations whose configuration changed or whose time came.
     *
     * @param limit most parked events to look at
     */
    void turn(long now, int limit) {
        // Before the first decision: a change that comes meanwhile makes another turn.
        long change = parts.configuration().changes();
        boolean moved = change != settledAtChange;
        int left = limit;
        for (var organization : store.queues().due(id -> changeOf(id, moved), now)) {
            left -= look(organization, now, left);
            if (left <= 0) {
                return;
            }
        }
        settledAtChange = change;
    }

    /** Nobody's change where nothing changed at all: asking for each organization costs more. */
    private long changeOf(String organizationId, boolean moved) {
        return moved
                ? parts.configuration().changesAbout(organizationId)
                : store.queues().lookedAtChange(organizationId);
    }

    private int look(String organizationId, long now, int limit) {
        long change = parts.configuration().changesAbout(organizationId);
        var stretch = store.queues().look(organizationId, change, now);
        if (stretch.isEmpty()) {
            return 0;
        }
        List<Row> found = new ArrayList<>();
        boolean all = store.visit(organizationId, stretch.get(), row -> {
            found.add(row);
            return found.size() < limit;
        });
        for (int at = 0; at < found.size(); at++) {
            if (!passes(found.get(at), now)) {
                store.queues().lookEnded(organizationId);
                return at + 1;
            }
        }
        if (all) {
            store.queues().lookEnded(organizationId);
        } else {
            store.queues().lookedUpTo(found.getLast().place());
        }
        return found.size();
    }

    /** Decides a parked event again. False when it still holds up those behind it. */
    private boolean passes(Row row, long now) {
        return again(row).map(again -> passes(row, again, now)).orElse(true);
    }

    private Optional<Again> again(Row row) {
        try {
            return rows.read(row).map(waiting -> new Again(waiting, judge.decide(waiting.event())));
        } catch (KafkaException broken) {
            throw broken;
        } catch (RuntimeException fault) {
            // A fault in deciding one event must not hold up the others for good; it stays where it is.
            KafkaParkedRows.stuck(row, String.valueOf(fault));
            return Optional.empty();
        }
    }

    private boolean passes(Row row, Again again, long now) {
        var waiting = again.waiting();
        var event = waiting.event();
        return switch (again.decision()) {
            case Parked parked
            when expired(waiting, now) -> {
                rows.leave(row, event, expiry(parked), null);
                yield true;
            }
            case Parked parked -> {
                rows.stays(row, waiting, parked);
                yield !parked.wholeOrganization();
            }
            case Decision.Routed routed -> {
                long place = row.place().sequence();
                rows.leave(row, event, matters.quiet(event, routed, place), null);
                matters.routed(event, routed.trail(), place);
                yield true;
            }
            case Decision.Suppressed suppressed -> left(row, event, suppressed);
            case Refused refused -> left(row, event, refused);
        };
    }

    private boolean left(Row row, Event event, Decision decision) {
        rows.leave(row, event, decision, null);
        return true;
    }

    private boolean expired(Waiting waiting, long now) {
        return rows.expiry(waiting).filter(end -> end.toEpochMilli() <= now).isPresent();
    }

    private Refused expiry(Parked parked) {
        var detail = "waited for " + parts.parkedWithin().toHours() + " hours: " + parked.detail();
        return new Refused(parked.trail(), FailureReason.EXPIRED, detail);
    }

    private record Again(Waiting waiting, Decision decision) {}
}
