package dev.sundog.routing.stream;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.parking.Mark;
import dev.sundog.routing.stream.KafkaParkedStore.Row;
import dev.sundog.routing.wire.AvroParkedEvents;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import dev.sundog.routing.wire.ReadOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parks events and releases them, each organization's in its order. */
final class KafkaParking {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaParking.class);

    private final KafkaParts parts;
    private final KafkaParkedStore store;
    private final KafkaOutlet outlet;
    private final AvroParkedEvents parkedEvents;
    private long counted;

    KafkaParking(KafkaParts parts, KafkaParkedStore store, KafkaOutlet outlet, AvroParkedEvents parkedEvents) {
        this.parts = parts;
        this.store = store;
        this.outlet = outlet;
        this.parkedEvents = parkedEvents;
        count();
    }

    /** Why new events of the organization have to queue; empty when they need not. */
    Optional<FailureReason> blocked(String organizationId) {
        return store.queues().blocked(organizationId);
    }

    /** Puts an event at the end of its organization's queue. */
    void park(Waiting waiting, Parked parked, Headers headers) {
        var event = waiting.event();
        var mark = mark(event, parked);
        outlet.decided(event, parked, false, headers);
        var place = store.queues().enter(event.organizationId(), mark);
        var encoded = outlet.encoded(waiting, parked, place.sequence());
        store.put(place, mark, encoded);
        outlet.parked(event, encoded);
        count();
    }

    /** Ends the wait of events that are parked for themselves alone when their matter is over: nothing is left to open. */
    void overWhileParked(Event over) {
        overWhileParked(over, Long.MAX_VALUE);
    }

    private void overWhileParked(Event over, long sequence) {
        var matter = matter(over);
        var stretch = store.waiting(over.organizationId(), matter);
        if (stretch.isEmpty()) {
            return;
        }
        var same = new ArrayList<Row>();
        store.visit(over.organizationId(), stretch.get(), row -> {
            if (row.place().sequence() < sequence
                    && !row.mark().wholeOrganization()
                    && row.mark().matter() == matter) {
                same.add(row);
            }
            return true;
        });
        same.forEach(row -> {
            if (parkedEvents.read(row.event()) instanceof ReadOutcome.Read<Waiting>(var waiting)
                    && waiting.event().source().equals(over.source())
                    && waiting.event().dedupKey().equals(over.dedupKey())) {
                var trail = parts.router()
                        .decide(waiting.event(), parts.configuration(), outlet.now())
                        .trail();
                leave(row, waiting.event(), new Suppressed(trail, "its matter ended while it was parked"));
            }
        });
        count();
    }

    /** One turn: looks through the organizations whose configuration changed or whose time came. */
    void release(long timestamp) {
        // Before the first decision: a change that comes meanwhile makes another turn.
        long change = parts.configuration().changes();
        int left = parts.releaseBatch();
        for (var organization : store.queues().due(change, timestamp)) {
            left -= look(organization, change, timestamp, left);
            if (left <= 0) {
                break;
            }
        }
        count();
    }

    void close() {
        parts.meters().parked(-counted);
        counted = 0;
    }

    private int look(String organizationId, long change, long timestamp, int limit) {
        var stretch = store.queues().look(organizationId, change, timestamp);
        if (stretch.isEmpty()) {
            return 0;
        }
        List<Row> rows = new ArrayList<>();
        boolean all = store.visit(organizationId, stretch.get(), row -> {
            rows.add(row);
            return rows.size() < limit;
        });
        for (int at = 0; at < rows.size(); at++) {
            if (!decided(rows.get(at))) {
                store.queues().lookEnded(organizationId);
                return at + 1;
            }
        }
        if (all) {
            store.queues().lookEnded(organizationId);
        } else {
            store.queues().lookedUpTo(rows.getLast().place());
        }
        return rows.size();
    }

    /** Decides a parked event again. False when it still holds up those behind it. */
    private boolean decided(Row row) {
        var again = again(row);
        if (again.isEmpty()) {
            return true;
        }
        var waiting = again.get().waiting();
        return switch (again.get().decision()) {
            case Parked parked -> stays(row, waiting, parked);
            case Decision.Routed routed -> {
                leave(row, waiting.event(), routed);
                if (waiting.event().over()) {
                    overWhileParked(waiting.event(), row.place().sequence());
                }
                yield true;
            }
            case Decision.Suppressed suppressed -> leave(row, waiting.event(), suppressed);
            case Decision.Refused refused -> leave(row, waiting.event(), refused);
        };
    }

    private Optional<Again> again(Row row) {
        try {
            return switch (parts.patience().insist(() -> parkedEvents.read(row.event()))) {
                case ReadOutcome.Undecodable(var why) -> unreadable(row, why);
                case ReadOutcome.Read(var waiting) ->
                    Optional.of(new Again(
                            waiting, parts.router().decide(waiting.event(), parts.configuration(), outlet.now())));
            };
        } catch (KafkaException broken) {
            throw broken;
        } catch (RuntimeException fault) {
            // A fault in deciding one event must not hold up the others for good; it stays where it is.
            return unreadable(row, String.valueOf(fault));
        }
    }

    private static Optional<Again> unreadable(Row row, String why) {
        LOGGER.atError()
                .addKeyValue("organizationId", row.place().organizationId())
                .addKeyValue("sequence", row.place().sequence())
                .addKeyValue("reason", why)
                .log("parked event cannot be decided again and stays");
        return Optional.empty();
    }

    private boolean stays(Row row, Waiting waiting, Parked parked) {
        var before = row.mark();
        var after = mark(waiting.event(), parked);
        if (!after.equals(before)) {
            outlet.decided(waiting.event(), parked, false, new RecordHeaders());
            var encoded = outlet.encoded(waiting, parked, row.place().sequence());
            store.put(row.place(), after, encoded);
            store.queues().replace(row.place(), before, after);
            outlet.parked(waiting.event(), encoded);
        }
        store.queues().keepsUntil(row.place().organizationId(), after.until());
        return !parked.wholeOrganization();
    }

    private boolean leave(Row row, Event event, Decision decision) {
        outlet.decided(event, decision, true, new RecordHeaders());
        outlet.released(event);
        store.delete(row.place(), row.mark());
        return true;
    }

    private void count() {
        long size = store.size();
        parts.meters().parked(size - counted);
        counted = size;
    }

    private static Mark mark(Event event, Parked parked) {
        var until = parked.until();
        return new Mark(
                parked.wholeOrganization(),
                parked.reason(),
                until == null ? Long.MAX_VALUE : until.toEpochMilli(),
                matter(event));
    }

    private static int matter(Event event) {
        return Objects.hash(event.source(), event.dedupKey());
    }

    private record Again(Waiting waiting, Decision decision) {}
}
