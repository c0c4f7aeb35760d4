package dev.sundog.local.chaos;

import dev.sundog.local.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says what happens, with its moment, and counts it. Safe from any thread. */
final class Chronicle {

    private final Terminal terminal;
    private final RunClock clock;
    private final Map<String, Integer> counts = new TreeMap<>();

    Chronicle(Terminal terminal, RunClock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** One line. */
    void note(String text) {
        Duration now = clock.now();
        terminal.line(String.format(
                Locale.ROOT, "  %02d:%04.1f  %s", now.toMinutes(), now.toMillis() % 60_000 / 1000.0, text));
    }

    /** One line, counted under a word. */
    synchronized void count(String word, String text) {
        counts.merge(word, 1, Integer::sum);
        note(text);
    }

    /** How often what happened. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
