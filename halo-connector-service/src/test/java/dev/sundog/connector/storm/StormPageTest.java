package dev.sundog.connector.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.lane.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StormPageTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private final Matters matters = new Matters();

    @Test
    void showsEachMatterWithSeverityTitleTimeAndState() {
        StormPage page = new StormPage(
                "contoso",
                1,
                2,
                List.of(
                        new StormPage.Row(Severity.HIGH, "Disk full", START, false),
                        new StormPage.Row(Severity.LOW, "Fan slow", START, true)),
                START);

        assertThat(page.summary()).isEqualTo("Storm: 2 alerts of contoso, 1 still lasting");
        assertThat(page.detailsHtml())
                .contains("2 in all, 1 still lasting, 1 over. As of 2026-11-21 12:00 UTC.")
                .containsSubsequence("HIGH", "Disk full", "2026-11-21 12:00 UTC", "lasting")
                .containsSubsequence("LOW", "Fan slow", "over")
                .doesNotContain("more.");
    }

    @Test
    void takesATitleForTextAndCutsALongOne() {
        StormPage.Row odd = new StormPage.Row(Severity.HIGH, "<script>\"&" + "x".repeat(500), START, false);

        String html = new StormPage("contoso", 1, 1, List.of(odd), START).detailsHtml();

        assertThat(html)
                .contains("&lt;script&gt;&quot;&amp;xxx")
                .contains("x…</td>")
                .doesNotContain("<script");
        assertThat(html.length()).isLessThan(1_500);
    }

    @Test
    void staysSmallHoweverManyMattersThereAre() {
        IntStream.range(0, 10_000)
                .forEach(number -> matters.put(matter(number, Severity.values()[number % 5], number % 2 == 0), true));
        List<StormPage.Row> rows = matters.heaviest(StormPage.ROWS).stream()
                .map(it -> new StormPage.Row(it.severity(), "x".repeat(500), it.at(), it.over()))
                .toList();

        String html = new StormPage("contoso", matters.lasting(), 10_000, rows, START).detailsHtml();

        assertThat(rows).hasSize(50);
        assertThat(html).contains("And 9950 more.").hasSizeLessThan(40_000);
    }

    @Test
    void putsWhatLastsAndIsWorstFirst() {
        matters.put(matter(1, Severity.CRITICAL, true), true);
        matters.put(matter(2, Severity.LOW, false), true);
        matters.put(matter(3, Severity.HIGH, false), true);
        matters.put(matter(4, Severity.HIGH, false), true);

        assertThat(matters.heaviest(9)).extracting(Matter::ticketKey).containsExactly("key3", "key4", "key2", "key1");
    }

    @Test
    void knowsWhoHasNotHeardYetInTheOrderOfTheirComing() {
        matters.put(matter(2, Severity.CRITICAL, false), false);
        matters.put(matter(1, Severity.LOW, false), false);
        matters.put(matter(3, Severity.LOW, false), false);

        matters.put(matter(1, Severity.LOW, false), true);

        assertThat(matters.untold(1)).containsExactly("key2");
        assertThat(matters.untold(9)).containsExactly("key2", "key3");
        assertThat(matters.remove("key2")).isTrue();
        assertThat(matters.remove("key2")).isFalse();
        assertThat(matters.lasting()).isEqualTo(2);
    }

    private static Matter matter(int number, Severity severity, boolean over) {
        return new Matter("key" + number, severity, START.plusSeconds(number), over);
    }
}
