package dev.sundog.routing.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.silence.RruleWindows.Layout;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RruleWindowsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void opensEachSundayAtTheSameTimeOfTheLocalClock() {
        var windows = windows("FREQ=WEEKLY;BYDAY=SU", "2026-03-01T02:00", Duration.ofHours(4));

        assertThat(windows.openUntil(berlin("2026-03-22T02:00"))).hasValue(berlin("2026-03-22T06:00"));
        assertThat(windows.openUntil(berlin("2026-04-05T01:59"))).isEmpty();
        assertThat(windows.openUntil(berlin("2026-04-05T02:00"))).hasValue(berlin("2026-04-05T06:00"));
        assertThat(windows.openUntil(berlin("2026-04-05T06:00"))).isEmpty();
    }

    @Test
    void opensLaterByWhatTheClockSkips() {
        // On 2026-03-29 the clock in Berlin goes from 02:00 to 03:00.
        var windows = windows("FREQ=DAILY", "2026-03-27T02:30", Duration.ofMinutes(20));

        assertThat(windows.openUntil(Instant.parse("2026-03-29T01:29:59Z"))).isEmpty();
        assertThat(windows.openUntil(Instant.parse("2026-03-29T01:30:00Z")))
                .hasValue(Instant.parse("2026-03-29T01:50:00Z"));
        assertThat(windows.openUntil(Instant.parse("2026-03-30T00:30:00Z")))
                .hasValue(Instant.parse("2026-03-30T00:50:00Z"));
    }

    @Test
    void opensOnceWhenTheClockShowsATimeTwice() {
        // On 2026-10-25 the clock in Berlin goes from 03:00 back to 02:00.
        var windows = windows("FREQ=DAILY", "2026-10-24T02:30", Duration.ofMinutes(20));

        assertThat(windows.openUntil(Instant.parse("2026-10-25T00:30:00Z")))
                .hasValue(Instant.parse("2026-10-25T00:50:00Z"));
        assertThat(windows.openUntil(Instant.parse("2026-10-25T01:30:00Z"))).isEmpty();
        assertThat(windows.openUntil(Instant.parse("2026-10-26T01:30:00Z"))).isPresent();
    }

    @Test
    void staysOpenForItsLengthWhateverTheClockDoesMeanwhile() {
        var windows = windows("FREQ=DAILY", "2026-10-24T01:00", Duration.ofHours(4));

        // 01:00 in summer time; four hours later the clock shows 04:00 and not 05:00.
        assertThat(windows.openUntil(Instant.parse("2026-10-24T23:00:00Z"))).hasValue(berlin("2026-10-25T04:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=DAILY;UNTIL=20260110T010000Z, 5", // 02:00 in Berlin, so the fifth day's window counts
        "FREQ=DAILY;UNTIL=20260110T005959Z, 4",
        "FREQ=DAILY;UNTIL=20260110T020000, 5",
        "FREQ=DAILY;UNTIL=20260110, 5",
        "FREQ=DAILY;COUNT=3, 3",
        "FREQ=MONTHLY;BYDAY=1TU, 13",
        "FREQ=MONTHLY;BYMONTHDAY=31, 7",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24, 1",
        "'FREQ=DAILY;BYHOUR=2,14;COUNT=6', 6"
    })
    void endsAsTheRuleSays(String rule, int windows) {
        var layout = lay(rule, "2026-01-06T02:00", "2027-01-06T02:00");

        assertThat(layout)
                .isInstanceOfSatisfying(
                        Layout.Ready.class,
                        ready -> assertThat(ready.windows().count()).isEqualTo(windows));
    }

    @Test
    void beginsNoWindowAtItsEndOrLater() {
        var layout = lay("FREQ=DAILY", "2026-01-01T00:00", "2026-01-04T00:00");

        assertThat(layout)
                .isInstanceOfSatisfying(
                        Layout.Ready.class,
                        ready -> assertThat(ready.windows().count()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "FREQ=DAILY;BYDAY=XX | 'BYDAY=XX' at 11: invalid weeknum: 'XX'",
                "FREQ=WEEKLY;FOO=1 | 'FOO=1' at 12:",
                "FREQ=DAILY;INTERVAL=0 | 'INTERVAL=0' at 11:",
                "FREQ=NEVER | 'FREQ=NEVER' at 0:",
                "daily | 'daily' at 0:",
                "FREQ=DAILY;COUNT=3;UNTIL=20300101T000000Z | UNTIL and COUNT",
                "FREQ=SECONDLY | FREQ=SECONDLY at 0: a window comes again hourly at most",
                "FREQ=MINUTELY;INTERVAL=90 | FREQ=MINUTELY at 0",
                "FREQ=DAILY;INTERVAL=1001 | INTERVAL at 11: must be at most 1000",
                "FREQ=DAILY;BYSECOND=1 | BYSECOND at 11",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | names hardly any time",
                "FREQ=HOURLY | makes more than 5000 windows",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | makes no window"
            })
    void saysWhatIsWrongWithARuleAndWhere(String rule, String why) {
        assertThat(lay(rule, "2026-01-06T02:00", "2027-12-31T02:00"))
                .isInstanceOfSatisfying(Layout.Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo("rrule");
                    assertThat(refused.why()).contains(why);
                });
    }

    @Test
    void refusesAnUnknownZoneAMissingEndAndOneThatIsTooFarAway() {
        var start = berlin("2026-01-06T02:00");
        var fine = new Recurrence("FREQ=DAILY", "Europe/Berlin", Duration.ofHours(1));

        assertThat(RruleWindows.lay(new Recurrence("FREQ=DAILY", "Europe/Bonn", Duration.ofHours(1)), start, start))
                .isEqualTo(
                        new Layout.Refused("timeZone", "is no known time zone; write one like Europe/Berlin or UTC"));
        assertThat(RruleWindows.lay(fine, start, null))
                .isInstanceOfSatisfying(
                        Layout.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("endsAt"));
        assertThat(RruleWindows.lay(fine, start, start.plus(Duration.ofDays(3_661))))
                .isInstanceOfSatisfying(
                        Layout.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("endsAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MINUTELY;BYHOUR=3",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%hours;BYSETPOS=-1",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%hours;BYMINUTE=%minutes;BYSECOND=%minutes;BYSETPOS=-1",
                "FREQ=DAILY;BYHOUR=%hours;BYSETPOS=-1",
                "FREQ=HOURLY;BYMINUTE=%hours;BYSETPOS=24",
                "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;INTERVAL=13",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;INTERVAL=1000",
                "FREQ=HOURLY;BYDAY=MO;BYMONTH=2;INTERVAL=1000",
                "FREQ=WEEKLY;BYMONTH=2;INTERVAL=1000",
                "FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;INTERVAL=999"
            })
    @Timeout(5)
    void isThroughSoonWhateverTheRuleWants(String rule) {
        var hostile = rule.replace("%hours", numbers(24)).replace("%minutes", numbers(60));

        var layout = lay(hostile, "2026-01-06T02:00", "2036-01-05T02:00");

        assertThat(layout).isNotNull();
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Windows windows(String rule, String startsAt, Duration length) {
        var start = berlin(startsAt);
        var layout = RruleWindows.lay(
                new Recurrence(rule, "Europe/Berlin", length), start, start.plus(Duration.ofDays(365)));
        return ((Layout.Ready) layout).windows();
    }

    private static Layout lay(String rule, String startsAt, String endsAt) {
        return RruleWindows.lay(
                new Recurrence(rule, "Europe/Berlin", Duration.ofHours(1)), berlin(startsAt), berlin(endsAt));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
