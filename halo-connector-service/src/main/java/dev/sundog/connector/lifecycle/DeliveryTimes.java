package dev.sundog.connector.lifecycle;

import java.time.Duration;

/**
 * How long delivery waits for what.
 *
 * @param sendWindow how long a decided call may be sent
 * @param callTimeout longest wait for Halo's answer
 * @param quarantine how long after it was sent a call may still be executed by Halo, or be invisible to its search
 * @param looks how many looks in a row must show no ticket before that is believed, one or more
 * @param lookPause time between two of them
 * @param retention how long the state of a closed ticket is kept: see decision 0006
 */
public record DeliveryTimes(
        Duration sendWindow,
        Duration callTimeout,
        Duration quarantine,
        int looks,
        Duration lookPause,
        Duration retention) {

    /** With two looks 15 s apart, and 30 days of memory. */
    public DeliveryTimes(Duration sendWindow, Duration callTimeout, Duration quarantine) {
        this(sendWindow, callTimeout, quarantine, 2, Duration.ofSeconds(15), Duration.ofDays(30));
    }

    /** How long after the call's last moment its outcome may take to arrive. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Silence of the caller from a call's last moment on that makes the call unknown. */
    Duration silence() {
        return callTimeout.plus(GRACE);
    }
}
