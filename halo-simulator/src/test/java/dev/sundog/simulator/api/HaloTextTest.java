package dev.sundog.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and texts as Halo writes them. */
class HaloTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-25T06:41:08.7895915Z, 2026-09-25T06:41:08.7895915Z",
        "2026-09-25T06:41:08.789591599Z, 2026-09-25T06:41:08.7895915Z",
        "2026-09-25T06:41:08.700Z, 2026-09-25T06:41:08.7Z",
        "2026-09-25T06:41:08.000000100Z, 2026-09-25T06:41:08.0000001Z",
        "2026-09-25T06:41:08Z, 2026-09-25T06:41:08Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "1899-12-30T03:04:05.06Z, 1899-12-30T03:04:05.06Z"
    })
    void writesDatesWithUpToSevenDigitsOfASecond(Instant instant, String text) {
        assertThat(HaloText.date(instant)).isEqualTo(text);
    }

    @Test
    void makesPlainTextOfHtml() {
        assertThat(HaloText.plain("<p>One &amp; <b>two</b></p><ul><li>a &lt; b</li></ul>three<BR />four"))
                .isEqualTo("One & two\na < b\n\nthree\nfour");
    }

    @Test
    void isNotHeldUpByBracketsThatNobodyCloses() {
        String brackets = "<".repeat(2_000_000);

        String plain = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HaloText.plain(brackets));

        assertThat(plain).hasSize(2_000_000);
    }
}
