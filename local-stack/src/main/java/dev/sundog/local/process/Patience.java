package dev.sundog.local.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, looking again and again. */
public final class Patience {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Patience() {}

    /**
     * Waits at most that long.
     *
     * @return whether it became true
     * @throws IllegalStateException if the thread is interrupted
     */
    public static boolean await(Duration atMost, BooleanSupplier condition) {
        return await(atMost, Duration.ofMillis(100), condition);
    }

    /** The same with a chosen pause between two looks. */
    public static boolean await(Duration atMost, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause(pause);
        }
        return true;
    }

    /** Does nothing for a while. */
    public static void pause(Duration duration) {
        try {
            NEVER.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
