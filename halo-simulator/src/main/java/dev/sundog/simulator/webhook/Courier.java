package dev.sundog.simulator.webhook;

import java.time.Duration;
import java.util.Map;

/** Brings one request to a receiver: one attempt, no redirects followed. */
interface Courier extends AutoCloseable {

    /** Waits for the answer, at most that long. */
    Receipt deliver(String url, Map<String, String> headers, String body, Duration longest);

    @Override
    void close();
}
