package dev.sundog.console.backtest;

import dev.sundog.console.trial.EventTopics;
import dev.sundog.routing.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One back-test while it runs: reads, counts, tells how far it is, and ends when a person wants it to. */
final class BacktestRun implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(BacktestRun.class);
    private static final Duration TELL = Duration.ofSeconds(1);

    private final String id;
    private final Findings findings;
    private final EventTopics.Span span;
    private final EventTopics topics;
    private final BacktestStore store;
    private final InstantSource clock;

    BacktestRun(String id, Findings findings, EventTopics.Span span, Parts parts) {
        this.id = id;
        this.findings = findings;
        this.span = span;
        this.topics = parts.topics();
        this.store = parts.store();
        this.clock = parts.clock();
    }

    /** What every run needs. */
    record Parts(EventTopics topics, BacktestStore store, InstantSource clock) {}

    @Override
    public void run() {
        try {
            var progress = new Progress();
            progress.tell();
            if (progress.cancelled) {
                store.ended(id, Backtest.State.CANCELLED, "cancelled before it began");
                return;
            }
            var passed = topics.visit(span, progress);
            progress.tell();
            if (progress.cancelled) {
                store.ended(id, Backtest.State.CANCELLED, "cancelled after " + progress.read + " records");
            } else if (progress.stopped) {
                stopped();
            } else {
                store.done(id, findings.result(passed.unreadable()));
            }
        } catch (EventTopics.AwayException e) {
            store.ended(id, Backtest.State.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOGGER.atError().addKeyValue("backtestId", id).setCause(e).log("back-test failed");
            store.ended(id, Backtest.State.FAILED, "a fault of ours; the log has it under this back-test's id");
        }
    }

    /** Tells that the console stops before this has ended. */
    void stopped() {
        store.ended(id, Backtest.State.FAILED, "the console that ran it was stopped; start it again");
    }

    /** Counts events and tells of it once a second. */
    private final class Progress implements EventTopics.Visitor {

        private long read;
        private long total;
        private boolean cancelled;
        private boolean stopped;
        private Instant told = Instant.MIN;

        @Override
        public void total(long records) {
            total = records;
        }

        @Override
        public void event(Event event, long records) {
            read = records;
            findings.take(event);
        }

        @Override
        public boolean enough() {
            if (!told.plus(TELL).isAfter(clock.instant())) {
                tell();
            }
            // Takes the flag away, for nothing could be told with it.
            stopped = stopped || Thread.interrupted();
            return cancelled || stopped;
        }

        private void tell() {
            told = clock.instant();
            cancelled = !store.progress(id, read, total);
        }
    }
}
