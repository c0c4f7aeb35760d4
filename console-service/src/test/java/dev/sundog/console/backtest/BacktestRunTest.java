package dev.sundog.console.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.trial.EventTopics;
import dev.sundog.console.trial.SeenEvent;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktestRunTest {

    private static final Instant NOW = Instant.parse("2026-11-21T21:00:00Z");

    private final FakeStore store = new FakeStore();

    @Test
    void failsWithTheReasonWhileTheBrokerIsAway() {
        run((_, _) -> {
            throw new EventTopics.AwayException("nobody answers", new IllegalStateException("away"));
        });

        assertThat(store.told).containsExactly("progress 0/0", "FAILED nobody answers");
    }

    @Test
    void failsWithoutDetailsOnAFaultOfOurs() {
        run((_, _) -> {
            throw new IllegalStateException("internal");
        });

        assertThat(store.told).hasSize(2);
        assertThat(store.told.getLast()).startsWith("FAILED a fault of ours").doesNotContain("internal");
    }

    @Test
    void endsWhenItIsTold() {
        run((_, visitor) -> {
            visitor.total(10);
            store.goOn = false;
            assertThat(visitor.enough()).isFalse();
            return new EventTopics.Passed(0);
        });

        assertThat(store.told.getLast()).startsWith("CANCELLED");
    }

    @Test
    void neverTellsAPartForTheWholeWhenItsConsoleStops() {
        run((_, visitor) -> {
            visitor.total(10);
            Thread.currentThread().interrupt();
            assertThat(visitor.enough()).isTrue();
            return new EventTopics.Passed(0);
        });

        assertThat(store.told.getLast()).isEqualTo("FAILED the console that ran it was stopped; start it again");
        assertThat(Thread.currentThread().isInterrupted())
                .as("the end could not be written with it")
                .isFalse();
    }

    @Test
    void tellsWhatItFound() {
        run((_, visitor) -> {
            visitor.total(3);
            return new EventTopics.Passed(2);
        });

        assertThat(store.told).last().asString().startsWith("DONE").contains("unreadable=2", "events=0");
    }

    private void run(Visit visit) {
        var policy = new Policy("p", "acme", 1, List.of());
        var findings = new Findings(new ConfigurationTables(), policy, Optional.of(policy));
        var topics = new EventTopics() {
            @Override
            public Map<SeenEvent, Event> find(List<SeenEvent> seen) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Passed visit(Span span, Visitor visitor) {
                return visit.visit(span, visitor);
            }
        };
        InstantSource clock = () -> NOW;
        new BacktestRun("job", findings, new EventTopics.Span(NOW, 10), new BacktestRun.Parts(topics, store, clock))
                .run();
    }

    private interface Visit {
        EventTopics.Passed visit(EventTopics.Span span, EventTopics.Visitor visitor);
    }

    /** Remembers what it was told. */
    private static final class FakeStore implements BacktestStore {

        private final List<String> told = new ArrayList<>();
        private boolean goOn = true;

        @Override
        public void add(String id, String policyId, String tenantId) {}

        @Override
        public Optional<Backtest> find(String id) {
            return Optional.empty();
        }

        @Override
        public boolean progress(String id, long read, long total) {
            told.add("progress " + read + "/" + total);
            return goOn;
        }

        @Override
        public void done(String id, Map<String, Object> result) {
            told.add("DONE " + result);
        }

        @Override
        public void ended(String id, Backtest.State state, String failure) {
            told.add(state + " " + failure);
        }

        @Override
        public boolean cancel(String id) {
            return false;
        }
    }
}
