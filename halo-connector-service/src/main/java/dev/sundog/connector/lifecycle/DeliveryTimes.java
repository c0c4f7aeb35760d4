package dev.sundog.connector.lifecycle;

import java.time.Duration;

/**
 * How long delivery waits for what.
 *
 * @param sendWindow how long a decided call may be sent
 * @param callTimeout longest wait for Halo's answer
 * @param quarantine how long after it was sent a call may still be executed by Halo, or be invisible to its search
 */
public record DeliveryTimes(Duration sendWindow, Duration callTimeout, Duration quarantine) {

    /** How long after the call's last moment its outcome may take to arrive. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Silence of the caller from a call's last moment on that makes the call unknown. */
    Duration silence() {
        return callTimeout.plus(GRACE);
    }
}
