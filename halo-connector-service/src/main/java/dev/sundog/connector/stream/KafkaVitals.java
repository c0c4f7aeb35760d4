package dev.sundog.connector.stream;

import dev.sundog.connector.meters.StreamMeters;
import java.time.InstantSource;

/** What watches over the streams: their threads and the restore of their state. */
record KafkaVitals(KafkaThreadGuard guard, KafkaRestoreWatch restore) {

    static KafkaVitals of(StreamMeters meters, InstantSource time) {
        return new KafkaVitals(new KafkaThreadGuard(meters, time), new KafkaRestoreWatch(meters));
    }
}
