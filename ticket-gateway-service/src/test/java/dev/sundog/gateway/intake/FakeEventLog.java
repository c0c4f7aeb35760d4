package dev.sundog.gateway.intake;

import dev.sundog.gateway.format.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A log in memory, which can be told to fail. */
final class FakeEventLog implements EventLog {

    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Event, Written> ending = _ -> Written.SAFE;

    @Override
    public List<Written> append(String tenantId, List<Event> appended) {
        return appended.stream()
                .map(event -> {
                    var written = ending.apply(event);
                    if (written == Written.SAFE) {
                        events.add(event);
                    }
                    return written;
                })
                .toList();
    }

    void end(Function<Event, Written> newEnding) {
        ending = newEnding;
    }

    /** Never answers, until the caller gives up. */
    void hang() {
        ending = _ -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Written.UNAVAILABLE;
        };
    }

    void clear() {
        ending = _ -> Written.SAFE;
        events.clear();
    }

    List<Event> events() {
        return List.copyOf(events);
    }
}
