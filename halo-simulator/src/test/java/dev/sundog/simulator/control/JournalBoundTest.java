package dev.sundog.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journal's bound. */
class JournalBoundTest {

    @Test
    void keepsTheLatestEntriesAlone() {
        Journal journal = new Journal();

        for (int i = 0; i < Journal.CAPACITY + 3; i++) {
            journal.add(entry(i));
        }

        assertThat(journal.entries()).hasSize(Journal.CAPACITY);
        assertThat(journal.entries().getFirst().status()).isEqualTo(3);
    }

    private static JournalEntry entry(int status) {
        return new JournalEntry(
                Instant.EPOCH, "acme", "app", "GET", "/", "GET /", status, status, List.of(), List.of());
    }
}
