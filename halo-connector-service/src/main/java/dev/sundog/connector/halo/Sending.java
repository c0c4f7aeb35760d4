package dev.sundog.connector.halo;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Whether the request of a call can have reached Halo, and the last check that it still may. Safe from any thread. */
public final class Sending {

    private final Instant notAfter;
    private final InstantSource time;
    private volatile @Nullable Instant sentAt;

    public Sending(Instant notAfter, InstantSource time) {
        this.notAfter = notAfter;
        this.time = time;
    }

    /**
     * The first byte is about to go out, on a connection that is there.
     *
     * @throws TooLateException if the call may not be sent any more
     */
    void begin() {
        Instant now = time.instant();
        if (now.isAfter(notAfter)) {
            throw new TooLateException();
        }
        if (sentAt == null) {
            sentAt = now;
        }
    }

    /** Halo answered that it did not execute what was sent, so nothing was. */
    void undone() {
        sentAt = null;
    }

    /** When the first byte may have gone out; null while none can have. */
    public @Nullable Instant sentAt() {
        return sentAt;
    }

    /** The call's last moment passed before its first byte went out. */
    static final class TooLateException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLateException() {
            super("the call came too late");
        }
    }
}
