package dev.sundog.console.outbox;

import dev.sundog.console.meters.ConsoleMeters;
import dev.sundog.console.outbox.PendingChanges.Numbered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the outbox, again and again until the broker has it. One thread of its own. */
final class OutboxPump implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutboxPump.class);

    private final PendingChanges pending;
    private final ChangeSender sender;
    private final Semaphore bell;
    private final Duration pause;
    private final ConsoleMeters meters;

    private volatile boolean closed;
    private volatile @Nullable Thread thread;
    private boolean failing;

    /**
     * Makes a pump that stands still.
     *
     * @param bell a permit means that there may be something to send
     * @param pause longest time between two looks, and the time between two tries
     */
    OutboxPump(PendingChanges pending, ChangeSender sender, Semaphore bell, Duration pause, ConsoleMeters meters) {
        this.pending = pending;
        this.sender = sender;
        this.bell = bell;
        this.pause = pause;
        this.meters = meters;
    }

    void start() {
        thread = Thread.ofVirtual().name("outbox").start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!sentSome()) {
                    var _ = bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private boolean sentSome() {
        try {
            return pending.publish(this::send) > 0;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private List<Long> send(List<Numbered> changes) {
        var futures = new ArrayList<Future<?>>();
        var sent = new ArrayList<Long>();
        try {
            for (var numbered : changes) {
                futures.add(sender.send(numbered.change()));
            }
        } catch (RuntimeException e) {
            failed(e);
        }
        for (int i = 0; i < futures.size() && acknowledged(futures.get(i)); i++) {
            sent.add(changes.get(i).sequence());
        }
        if (sent.size() == changes.size() && failing) {
            failing = false;
            LOGGER.atInfo().log("configuration is being published again");
        }
        meters.configurationPublished(sent.size());
        return sent;
    }

    private boolean acknowledged(Future<?> future) {
        try {
            future.get();
            return true;
        } catch (ExecutionException e) {
            failed(e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void failed(Exception e) {
        // Said once: the gauge of what waits tells the rest.
        if (!failing && !closed) {
            LOGGER.atWarn().setCause(e).log("configuration cannot be published; trying again until it can");
        }
        failing = true;
    }
}
