package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.caller.CallerBench;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import dev.sundog.connector.lifecycle.Wishing;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call in the hands of one run of the caller: the real code, run as far as its knowledge reaches. */
final class CallOut {

    final Call call;
    final Incarnation owner;
    final Journal journal = new Journal();
    final Network network;
    private final World world;
    private final Callers callers;
    private @Nullable Sending sending;
    private @Nullable Runnable unsent;
    private boolean entered;
    private boolean gaveUp;
    private boolean finished;

    CallOut(World world, Callers callers, Incarnation owner, Call call) {
        this.world = world;
        this.callers = callers;
        this.owner = owner;
        this.call = call;
        this.network = new Network(world, this);
    }

    void run() {
        if (finished) {
            return;
        }
        journal.rewind();
        try {
            CallOutcome outcome = callers.bench(this).make(call);
            finished = true;
            world.caller.ended(this, outcome);
        } catch (Journal.Waiting _) {
            // Goes on when the answer is there.
        } finally {
            callers.bench(null);
        }
    }

    /** Its place is free for the next one. */
    void leave() {
        if (entered) {
            callers.leave(call.connectionId());
        }
    }

    /** Waits for a part of the exchange. */
    <T> T await(Consumer<Consumer<T>> asks) {
        if (gaveUp && journal.atEnd()) {
            throw new Journal.Waiting();
        }
        return journal.await(asks, this::run);
    }

    /** What is sent once the connection is there; it may still be under way when the guard gives up. */
    void connecting(Runnable send) {
        unsent = send;
    }

    void connected() {
        unsent = null;
    }

    /** As the guard does it: one exchange at a time, and a time limit. */
    <T> Answer<T> guarded(Sending attempt, Callable<Answer<T>> exchange) {
        sending = attempt;
        entered = journal.once(() -> callers.enter(call.connectionId()));
        if (!entered) {
            return new Answer.Ended<>(new CallEnd.NotSent("another call to this connection is still out"), null);
        }
        journal.once(() -> {
            owner.in(Wishing.TIMES.callTimeout().toMillis(), this::giveUp);
            return true;
        });
        try {
            return exchange.call();
        } catch (Journal.Waiting waiting) {
            if (!gaveUp) {
                throw waiting;
            }
            return CallerBench.gaveUp(attempt);
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private void giveUp() {
        if (finished) {
            return;
        }
        gaveUp = true;
        run();
        Runnable late = unsent;
        Sending used = sending;
        Chance lot = world.caller.lot();
        if (late != null && used != null && world.strikes(Fault.LATE_CONNECT, lot)) {
            owner.in(lot.between(0, 30), () -> {
                try {
                    used.begin();
                    late.run();
                } catch (Sending.TooLateException _) {
                    // The guard closed the door behind it.
                }
            });
        }
    }
}
