package dev.sundog.connector.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The streams' own health in figures: threads that died, and how much of the state is yet to be restored. */
@Component
public final class StreamMeters {

    private final Counter deaths;
    private final AtomicLong toRestore = new AtomicLong();

    public StreamMeters(MeterRegistry registry) {
        this.deaths = Counter.builder("sundog.stream.thread.deaths")
                .description("Stream threads that died")
                .register(registry);
        Gauge.builder("sundog.restore.remaining", toRestore, AtomicLong::get)
                .baseUnit("records")
                .description("Records of the stores' changelogs that are yet to be read")
                .register(registry);
    }

    /** A stream thread died. */
    public void threadDied() {
        deaths.increment();
    }

    /** So many records are yet to be restored. */
    public void restoring(long records) {
        toRestore.set(records);
    }
}
