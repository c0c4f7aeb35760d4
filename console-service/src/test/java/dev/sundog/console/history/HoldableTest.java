package dev.sundog.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the database can hold of what anyone may send. */
class HoldableTest {

    @Test
    void leavesPlainTextAlone() {
        assertThat(Holdable.key("contoso")).isEqualTo("contoso");
        assertThat(Holdable.text("Disk füll 💾")).isEqualTo("Disk füll 💾");
    }

    @Test
    void keepsLongKeysApartAndShort() {
        var one = Holdable.key("ü".repeat(5_000) + "1");
        var other = Holdable.key("ü".repeat(5_000) + "2");

        assertThat(one).isNotEqualTo(other).isEqualTo(Holdable.key("ü".repeat(5_000) + "1"));
        assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(600);
    }

    @Test
    void replacesWhatPostgresRefuses() {
        assertThat(Holdable.text("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Holdable.text("a\uD800")).isEqualTo("a?");
    }

    @Test
    void bringsMomentsIntoTheCalendar() {
        assertThat(Holdable.moment(Instant.ofEpochMilli(Long.MAX_VALUE))).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Holdable.moment(Instant.ofEpochMilli(Long.MIN_VALUE))).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(Holdable.moment(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }
}
