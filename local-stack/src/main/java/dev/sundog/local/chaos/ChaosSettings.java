package dev.sundog.local.chaos;

import java.util.List;

/** How the connectors are told to be quick, so that what a fault leaves open is settled within seconds and not minutes. */
final class ChaosSettings {

    /** Of every connector. What the script calls long is longer than these. */
    static final List<String> CONNECTOR = List.of(
            "sundog.delivery.call-timeout=3s",
            "sundog.delivery.send-window=5s",
            "sundog.delivery.quarantine=8s",
            "sundog.delivery.drain-time=5s",
            "spring.kafka.streams.properties.producer.transaction.timeout.ms=10000");

    /** Longer than the call timeout; within the quarantine. */
    static final HttpHaloDesk.Slowness SLOWNESS = new HttpHaloDesk.Slowness(4_500, 4_000);

    private ChaosSettings() {}
}
