package dev.sundog.connector.caller;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.Sending;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** Opens the caller, as it is, to the simulation. */
public final class CallerBench {

    private final HaloCaller caller;

    public CallerBench(ConnectionDirectory connections, HaloApi halo, Guard guard, InstantSource time) {
        this.caller = new HaloCaller(connections, halo, guard::run, time);
    }

    public CallOutcome make(Call call) {
        return caller.make(call);
    }

    /** The guard's word when its time limit passes. */
    public static <T> Answer<T> gaveUp(Sending sending) {
        CallEnd end = sending.abandon()
                ? new CallEnd.NotSent("no connection in time")
                : new CallEnd.Unknown("no answer in time");
        return new Answer.Ended<>(end, null);
    }

    /** What stands in for the guard with its threads. */
    public interface Guard {
        <T> Answer<T> run(String connectionId, Sending sending, Callable<Answer<T>> exchange);
    }
}
