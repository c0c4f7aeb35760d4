package dev.sundog.gateway.intake;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that all requests together may hold in memory. Safe from any thread. */
final class Room {

    private final AtomicLong free;

    Room(long bytes) {
        free = new AtomicLong(bytes);
    }

    /** Takes bytes if they are free, all or none. */
    boolean tryTake(long bytes) {
        long left = free.addAndGet(-bytes);
        if (left < 0) {
            free.addAndGet(bytes);
        }
        return left >= 0;
    }

    /** Gives back what was taken. */
    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    /** Bytes that are free. */
    long free() {
        return free.get();
    }
}
