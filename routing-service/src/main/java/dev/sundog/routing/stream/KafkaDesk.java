package dev.sundog.routing.stream;

import dev.sundog.routing.wire.AvroDecisionWriter;
import dev.sundog.routing.wire.AvroDifferenceWriter;
import dev.sundog.routing.wire.AvroParkedEvents;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Everything that decides in one partition, put together over its stores. One thread only. */
final class KafkaDesk {

    private final KafkaParts parts;
    private final KafkaOutlet outlet;
    private final KafkaParkedStore store;
    private final KafkaEndedSilences ended;
    private final KafkaJudge judge;
    private final KafkaParkedRows rows;
    private final KafkaMatters matters;
    private final KafkaParking parking;
    private final KafkaCommands commands;
    private final KafkaShadow shadow;
    private long counted;

    private KafkaDesk(ProcessorContext<KafkaDestination, byte[]> context, KafkaParts parts) {
        var serializer = parts.serializer().get();
        var parkedEvents = new AvroParkedEvents(
                parts.topicPrefix(), serializer, parts.deserializer().get(), parts.eventReader());
        this.parts = parts;
        outlet = new KafkaOutlet(context, parts, new AvroDecisionWriter(parts.topicPrefix(), serializer), parkedEvents);
        store = new KafkaParkedStore(context.getStateStore(KafkaParkedStore.NAME));
        ended = new KafkaEndedSilences(context.getStateStore(KafkaEndedSilences.NAME));
        judge = new KafkaJudge(parts, outlet, ended);
        rows = new KafkaParkedRows(parts, store, outlet, parkedEvents);
        matters = new KafkaMatters(store, rows, judge, ended);
        parking = new KafkaParking(parts, store, rows, judge, matters);
        commands = new KafkaCommands(
                context.getStateStore(KafkaCommands.NAME),
                store,
                new KafkaByHand(store, rows, outlet, judge, matters),
                parts.meters());
        shadow = new KafkaShadow(
                new KafkaUnsilenced(parts.configuration()),
                new AvroDifferenceWriter(parts.topicPrefix(), serializer),
                parts.meters(),
                InstantSource.system());
    }

    /** Opens the stores and rebuilds from them what is kept in memory. */
    static KafkaDesk open(ProcessorContext<KafkaDestination, byte[]> context, KafkaParts parts) {
        var desk = new KafkaDesk(context, parts);
        desk.count();
        return desk;
    }

    KafkaOutlet outlet() {
        return outlet;
    }

    KafkaJudge judge() {
        return judge;
    }

    KafkaParkedRows rows() {
        return rows;
    }

    KafkaMatters matters() {
        return matters;
    }

    KafkaParking parking() {
        return parking;
    }

    KafkaShadow shadow() {
        return shadow;
    }

    KafkaCommands commands() {
        return commands;
    }

    /** One turn of releasing: first what people want, then what is free by itself. */
    void turn(long now) {
        // Half of a turn at most, or a long queue of commands would keep everybody else waiting.
        int half = Math.max(1, parts.releaseBatch() / 2);
        int spent = half - commands.turn(half);
        parking.turn(now, Math.max(1, parts.releaseBatch() - spent));
        count();
    }

    /** Forgets what nobody needs to know any more. */
    void tidy(long now) {
        commands.forget(Instant.ofEpochMilli(now));
        ended.forget(parts.configuration());
    }

    void close() {
        parts.meters().parked(-counted);
        counted = 0;
    }

    /** Counts what is parked, where it changed. */
    void count() {
        long size = store.size();
        if (size != counted) {
            parts.meters().parked(size - counted);
            counted = size;
        }
    }
}
