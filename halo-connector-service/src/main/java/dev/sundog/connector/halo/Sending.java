package dev.sundog.connector.halo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Whether the request of a call can have reached Halo, and the last check that it still may. Safe from any thread. */
public final class Sending {

    private final Instant notAfter;
    private final InstantSource time;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile @Nullable Instant sentAt;
    private boolean abandoned;

    public Sending(Instant notAfter, InstantSource time) {
        this.notAfter = notAfter;
        this.time = time;
    }

    /**
     * The first byte is about to go out, on a connection that is there.
     *
     * @throws TooLateException if the call may not be sent any more
     */
    public synchronized void begin() {
        Instant now = time.instant();
        if (abandoned || now.isAfter(notAfter)) {
            throw new TooLateException();
        }
        if (sentAt == null) {
            sentAt = now;
        }
        requests.incrementAndGet();
    }

    /**
     * Nobody waits for the call any more: nothing goes out that has not begun to.
     *
     * @return true if nothing went out
     */
    public synchronized boolean abandon() {
        abandoned = true;
        return sentAt == null;
    }

    /** When the first byte may have gone out; null while none can have. */
    public @Nullable Instant sentAt() {
        return sentAt;
    }

    /** Requests that may have reached Halo, whether it executed them or not: all of them count against its limit. */
    public int requests() {
        return requests.get();
    }

    /** The call's last moment passed before its first byte went out. */
    public static final class TooLateException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLateException() {
            super("the call came too late");
        }
    }
}
