package dev.sundog.routing.silence;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the windows of a recurring silence.
 *
 * <p>The rule repeats on the local clock; each local time then becomes a moment by the zone's rules. A time that the clock skips
 * counts as later by what it skips, one that comes twice counts the first time, as RFC 5545 says.
 *
 * <p>What a rule may cost is bounded before it runs: no rule repeats by the minute or the second, leaves out more than 1,000
 * periods, names more than 24 times of a day, goes on for more than ten years, or makes more than 5,000 windows.
 */
final class RruleWindows {

    static final int MOST = 5_000;
    static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int TIMES_OF_DAY = 24;
    private static final int LONGEST_RULE = 500;
    private static final int LONGEST_INTERVAL = 1_000;
    private static final Set<Freq> TOO_OFTEN = Set.of(Freq.MINUTELY, Freq.SECONDLY);

    private RruleWindows() {}

    /** What came of laying out windows. */
    sealed interface Layout {
        /** They are known. */
        record Ready(Windows windows) implements Layout {}

        /**
         * They cannot be laid out.
         *
         * @param field of the recurrence that is wrong, or {@code endsAt}
         */
        record Refused(String field, String why) implements Layout {}
    }

    /** Lays out all windows that begin from the start on and before the end. */
    static Layout lay(Recurrence recurrence, Instant startsAt, @Nullable Instant endsAt) {
        if (endsAt == null) {
            return new Layout.Refused("endsAt", "is required for a silence that comes again");
        }
        if (Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            return new Layout.Refused("endsAt", "must be within ten years of startsAt for a silence that comes again");
        }
        ZoneId zone;
        try {
            zone = ZoneId.of(recurrence.timeZone());
        } catch (DateTimeException unknown) {
            return new Layout.Refused("timeZone", "is no known time zone; write one like Europe/Berlin or UTC");
        }
        try {
            var rule = rule(recurrence.rrule(), zone);
            return windows(rule, recurrence, startsAt.atZone(zone), endsAt);
        } catch (InvalidRecurrenceRuleException invalid) {
            return new Layout.Refused("rrule", RruleFault.where(recurrence.rrule(), invalid));
        } catch (UnusableRuleException unusable) {
            return new Layout.Refused("rrule", String.valueOf(unusable.getMessage()));
        }
    }

    private static Layout windows(RecurrenceRule rule, Recurrence recurrence, ZonedDateTime start, Instant endsAt) {
        List<Long> starts;
        try {
            starts = starts(rule, start, endsAt);
        } catch (IllegalArgumentException empty) {
            // The library's word for a rule whose parts exclude each other: it gives up after a thousand empty periods.
            return new Layout.Refused("rrule", "names hardly any time: its parts exclude each other");
        }
        if (starts.isEmpty()) {
            return new Layout.Refused("rrule", "makes no window between startsAt and endsAt");
        }
        if (starts.size() > MOST) {
            return new Layout.Refused(
                    "rrule",
                    "makes more than " + MOST + " windows before endsAt; let it repeat less often or end sooner");
        }
        return new Layout.Ready(
                new Windows(starts.stream().mapToLong(Long::longValue).sorted().toArray(), recurrence.length()));
    }

    private static List<Long> starts(RecurrenceRule rule, ZonedDateTime start, Instant endsAt) {
        var starts = new ArrayList<Long>();
        var clock = rule.iterator(floating(start.toLocalDateTime()));
        while (clock.hasNext() && starts.size() <= MOST) {
            var begins = moment(clock.nextDateTime(), start.getZone());
            if (!begins.isBefore(endsAt)) {
                break;
            }
            starts.add(begins.toEpochMilli());
        }
        return starts;
    }

    private static RecurrenceRule rule(String text, ZoneId zone) throws InvalidRecurrenceRuleException {
        if (text.length() > LONGEST_RULE) {
            throw new UnusableRuleException("must have at most " + LONGEST_RULE + " characters");
        }
        var rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        if (TOO_OFTEN.contains(rule.getFreq())) {
            throw new UnusableRuleException("FREQ=" + rule.getFreq()
                    + " at " + text.indexOf("FREQ") + ": a window comes again hourly at most; allowed: HOURLY, DAILY,"
                    + " WEEKLY, MONTHLY, YEARLY");
        }
        if (rule.getInterval() > LONGEST_INTERVAL) {
            throw new UnusableRuleException(
                    "INTERVAL at " + text.indexOf("INTERVAL") + ": must be at most " + LONGEST_INTERVAL);
        }
        if (rule.hasPart(Part.BYSECOND)) {
            throw new UnusableRuleException("BYSECOND at " + text.indexOf("BYSECOND") + ": is not allowed");
        }
        if (size(rule, Part.BYHOUR) * size(rule, Part.BYMINUTE) > TIMES_OF_DAY) {
            throw new UnusableRuleException(
                    "BYHOUR and BYMINUTE: must name at most " + TIMES_OF_DAY + " times of a day");
        }
        var until = rule.getUntil();
        if (until != null) {
            rule.setUntil(until(until, zone));
        }
        return rule;
    }

    private static int size(RecurrenceRule rule, Part part) {
        var values = rule.getByPart(part);
        return values == null ? 1 : values.size();
    }

    /** The rule's own end on the local clock, where the rule repeats: a day without a time ends with the day. */
    private static DateTime until(DateTime until, ZoneId zone) {
        if (until.isAllDay()) {
            return new DateTime(until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59);
        }
        return until.isFloating()
                ? until
                : floating(
                        Instant.ofEpochMilli(until.getTimestamp()).atZone(zone).toLocalDateTime());
    }

    private static DateTime floating(LocalDateTime time) {
        // The library counts months from zero.
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static Instant moment(DateTime time, ZoneId zone) {
        return LocalDateTime.of(
                        time.getYear(),
                        time.getMonth() + 1,
                        time.getDayOfMonth(),
                        time.getHours(),
                        time.getMinutes(),
                        time.getSeconds())
                .atZone(zone)
                .toInstant();
    }

    /** A rule that the library takes and we do not. */
    private static final class UnusableRuleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableRuleException(String why) {
            super(why);
        }
    }
}
