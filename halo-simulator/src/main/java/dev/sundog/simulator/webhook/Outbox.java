package dev.sundog.simulator.webhook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue of one webhook and the virtual thread that empties it in order. Who fills it never waits. */
final class Outbox implements AutoCloseable {

    static final int CAPACITY = 10_000;

    private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final Deque<Parcel> aside = new ArrayDeque<>();
    private final Supplier<Batching> batching;
    private final Consumer<List<Parcel>> delivery;
    private final Thread carrier;

    /**
     * @param batching asked at the start of each batch
     * @param delivery takes at least one parcel; called by one thread
     */
    Outbox(String name, Supplier<Batching> batching, Consumer<List<Parcel>> delivery) {
        this.batching = batching;
        this.delivery = delivery;
        this.carrier = Thread.ofVirtual().name("webhook-" + name).start(this::carry);
    }

    /** False if the queue is full; the parcel is lost then. */
    boolean offer(Parcel parcel) {
        return queue.offer(parcel);
    }

    int waiting() {
        return queue.size();
    }

    /** What is still in the queue is lost, as is the answer to what is under way. */
    @Override
    public void close() {
        carrier.interrupt();
    }

    private void carry() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                delivery.accept(next());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Parcel> next() throws InterruptedException {
        @Nullable Parcel kept = aside.poll();
        Parcel first = kept == null ? queue.take() : kept;
        Batching how = batching.get();
        if (!how.on()) {
            return List.of(first);
        }
        List<Parcel> batch = new ArrayList<>(List.of(first));
        takeFromAside(how, batch);
        long end = System.nanoTime() + how.delay().toNanos();
        while (batch.size() < how.limit() && aside.size() < CAPACITY) {
            @Nullable Parcel one = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (one == null) {
                break;
            }
            (how.together(first, one) ? batch : aside).add(one);
        }
        return batch;
    }

    private void takeFromAside(Batching how, List<Parcel> batch) {
        for (Iterator<Parcel> each = aside.iterator(); each.hasNext() && batch.size() < how.limit(); ) {
            Parcel one = each.next();
            if (how.together(batch.getFirst(), one)) {
                batch.add(one);
                each.remove();
            }
        }
    }
}
