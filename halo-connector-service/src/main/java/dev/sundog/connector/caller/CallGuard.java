package dev.sundog.connector.caller;

import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import java.util.concurrent.Callable;

/** Keeps one connection's trouble from others: one exchange at a time, and a time limit. */
interface CallGuard {

    /** Runs the exchange unless the guard says no; its end if it took too long. */
    <T> Answer<T> run(String connectionId, Sending sending, Callable<Answer<T>> exchange);
}
