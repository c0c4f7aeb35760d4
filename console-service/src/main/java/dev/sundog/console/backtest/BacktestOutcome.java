package dev.sundog.console.backtest;

/** How the wish for a back-test ended. */
sealed interface BacktestOutcome {

    /** It runs, or waits for its turn. */
    record Taken(String id) implements BacktestOutcome {}

    /** There is no such policy. */
    record Unknown() implements BacktestOutcome {}

    /** Enough of them wait already. */
    record Busy() implements BacktestOutcome {}
}
