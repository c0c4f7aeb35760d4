package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.parking.Mark;
import dev.sundog.routing.stream.KafkaParkedStore.Row;
import dev.sundog.routing.wire.AvroParkedEvents;
import dev.sundog.routing.wire.AvroParkedEvents.Waiting;
import dev.sundog.routing.wire.ReadOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with single parked events: put one, read one, let one go on waiting, end its wait. */
final class KafkaParkedRows {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaParkedRows.class);

    private final KafkaParts parts;
    private final KafkaParkedStore store;
    private final KafkaOutlet outlet;
    private final AvroParkedEvents parkedEvents;

    KafkaParkedRows(KafkaParts parts, KafkaParkedStore store, KafkaOutlet outlet, AvroParkedEvents parkedEvents) {
        this.parts = parts;
        this.store = store;
        this.outlet = outlet;
        this.parkedEvents = parkedEvents;
    }

    /** Puts an event at the end of its organization's queue. */
    void put(Waiting waiting, Parked parked, Headers headers) {
        var event = waiting.event();
        var mark = mark(waiting, parked);
        outlet.decided(event, parked, headers);
        var place = store.queues().enter(event.organizationId(), mark);
        var encoded = outlet.encoded(waiting, parked, place.sequence());
        store.put(place, mark, encoded);
        outlet.parked(event, encoded);
    }

    /**
     * The event of a row; empty if nobody can read it, which is logged.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away for too long
     */
    Optional<Waiting> read(Row row) {
        return switch (parts.patience().insist(() -> parkedEvents.read(row.event()))) {
            case ReadOutcome.Undecodable(var why) -> {
                stuck(row, why);
                yield Optional.empty();
            }
            case ReadOutcome.Read(var waiting) -> Optional.of(waiting);
        };
    }

    /** Says in the log that a row cannot be decided again and stays. */
    static void stuck(Row row, String why) {
        LOGGER.atError()
                .addKeyValue("organizationId", row.place().organizationId())
                .addKeyValue("sequence", row.place().sequence())
                .addKeyValue("reason", why)
                .log("parked event cannot be decided again and stays");
    }

    /** Lets an event go on waiting; says so where the cause is another than before. */
    void stays(Row row, Waiting waiting, Parked parked) {
        var before = row.mark();
        var after = mark(waiting, parked);
        if (!after.equals(before)) {
            outlet.waitsOn(waiting.event(), parked, null);
            var encoded = outlet.encoded(waiting, parked, row.place().sequence());
            store.put(row.place(), after, encoded);
            store.queues().replace(row.place(), before, after);
            outlet.parked(waiting.event(), encoded);
        }
        store.queues().keepsUntil(row.place().organizationId(), after.until());
    }

    /** Ends the wait of an event. */
    void leave(Row row, Event event, Decision decision, @Nullable String decidedBy) {
        outlet.left(event, decision, decidedBy);
        store.delete(row.place(), row.mark());
    }

    /** When an event that waits has waited for too long; empty where it may wait for ever. */
    Optional<Instant> expiry(Waiting waiting) {
        var longest = parts.parkedWithin();
        return longest.equals(Duration.ZERO)
                ? Optional.empty()
                : Optional.of(waiting.parkedAt().plus(longest));
    }

    /** Hash of the matter that an event is about. */
    static int matter(Event event) {
        return Objects.hash(event.source(), event.dedupKey());
    }

    private Mark mark(Waiting waiting, Parked parked) {
        var event = waiting.event();
        var silence = parked.trail().silence();
        long until = parked.until() == null ? Long.MAX_VALUE : parked.until().toEpochMilli();
        long expiry = expiry(waiting).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        return new Mark(
                parked.wholeOrganization(),
                parked.reason(),
                Math.min(until, expiry),
                matter(event),
                event.eventId().hashCode(),
                silence == null ? 0 : silence.id().hashCode());
    }
}
