package dev.sundog.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.check.Figures;
import dev.sundog.local.chaos.check.Figures.Wait;
import dev.sundog.local.chaos.check.Invariant;
import dev.sundog.local.chaos.check.Violation;
import dev.sundog.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void printsFiguresAndEachInvariant() {
        var text = print(List.of());

        assertThat(text)
                .contains("10 accepted = parked 1 + ticketed 8 + in flight 1")
                .contains("5 tickets of 5 lasting matters, 2 of them open")
                .contains(
                        "9, 1.40 creates and look-ups for each new ticket (ADD_NOTE 2, CREATE_TICKET 5, FIND_TICKET 2)")
                .contains("before the faults p50 90 ms, p99 90 ms (1); during them p50 2000 ms, p99 2000 ms (1)")
                .contains("kill -9 3")
                .doesNotContain("  NO");
        assertThat(text.lines().filter(line -> line.startsWith("  ok"))).hasSize(Invariant.values().length);
    }

    @Test
    void printsTheEvidenceOfWhatDoesNotHold() {
        var violations = IntStream.range(0, 20)
                .mapToObj(i -> new Violation(Invariant.ONE_TICKET, "key-" + i, "reference sd-1 has [acme#1, acme#2]"))
                .toList();

        var text = print(violations);

        assertThat(text)
                .contains("  NO   each reference has at most one ticket in Halo: 20 times not")
                .contains("key-0: reference sd-1 has [acme#1, acme#2]")
                .contains("… and 8 more");
    }

    private static String print(List<Violation> violations) {
        var figures = new Figures(
                10,
                0,
                Map.of("TICKETED", 8L, "PARKED", 1L, "IN_FLIGHT", 1L),
                5,
                2,
                5,
                Map.of("CREATE_TICKET", 5L, "FIND_TICKET", 2L, "ADD_NOTE", 2L),
                Map.of("DONE", 9L),
                List.of(
                        new Wait(BEGAN.plusSeconds(1), Duration.ofMillis(90)),
                        new Wait(BEGAN.plusSeconds(60), Duration.ofSeconds(2))));
        var outcome = new Outcome(
                figures,
                violations,
                14,
                Map.of("kill -9", 3),
                new Phases(Duration.ofSeconds(30), Duration.ofSeconds(120)),
                BEGAN,
                BEGAN.plusSeconds(170),
                Duration.ofSeconds(3));
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Report(new Terminal(printer, printer)).print(outcome);
        return out.toString(StandardCharsets.UTF_8);
    }
}
