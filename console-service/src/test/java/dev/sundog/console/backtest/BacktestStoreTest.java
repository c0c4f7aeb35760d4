package dev.sundog.console.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.TestDatabase;
import dev.sundog.console.backtest.Backtest.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class BacktestStoreTest {

    private Instant now = Instant.parse("2026-11-21T21:00:00Z");
    private final JdbcBacktestStore store =
            new JdbcBacktestStore(JdbcClient.create(TestDatabase.migrated()), JsonMapper.shared(), () -> now);

    @BeforeEach
    void add() {
        store.add("job", "p", "acme");
    }

    @Test
    void tellsTheRunnerToStopOnceAPersonCancelled() {
        assertThat(store.progress("job", 1, 10)).isTrue();

        assertThat(store.cancel("job")).isTrue();

        assertThat(store.progress("job", 2, 10)).isFalse();
        assertThat(job().read()).isEqualTo(1);
        store.ended("job", State.CANCELLED, "cancelled");
        assertThat(job().state()).isEqualTo(State.CANCELLED);
        assertThat(store.cancel("job")).isFalse();
    }

    @Test
    void keepsTheFirstEndWhateverComesAfter() {
        store.progress("job", 1, 10);
        store.done("job", Map.of("events", 1));

        store.ended("job", State.FAILED, "too late");
        assertThat(store.progress("job", 2, 10)).isFalse();

        assertThat(job().state()).isEqualTo(State.DONE);
        assertThat(job().failure()).isNull();
        assertThat(job().result()).containsEntry("events", 1);
    }

    @Test
    void forgetsJobsAfterAWeek() {
        now = now.plus(Duration.ofDays(7)).plusSeconds(1);

        store.add("next", "p", "acme");

        assertThat(store.find("job")).isEmpty();
        assertThat(store.find("next")).isPresent();
    }

    private Backtest job() {
        return store.find("job").orElseThrow();
    }
}
