package dev.sundog.console.backtest;

import java.util.Map;
import java.util.Optional;

/** Where back-tests are kept, so that any console can tell of them. Forgets those older than a week. */
interface BacktestStore {

    /** Adds one that waits. */
    void add(String id, String policyId, String tenantId);

    Optional<Backtest> find(String id);

    /**
     * Tells how far a running one is.
     *
     * @return false when a person wants it to end
     */
    boolean progress(String id, long read, long total);

    /** Tells that it ended well. */
    void done(String id, Map<String, Object> result);

    /** Tells that it ended without a result. */
    void ended(String id, Backtest.State state, String failure);

    /** Asks for its end; false where it is unknown or has ended. */
    boolean cancel(String id);
}
