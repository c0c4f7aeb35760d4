package dev.sundog.routing.expression;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days and hours of a policy, ready to be asked. Safe from any thread. */
public final class WorkCalendar {

    /** Nobody said when people work: days and hours are those of UTC. */
    public static final WorkCalendar NONE = new WorkCalendar(null);

    private static final int DAY_IN_MINUTES = 24 * 60;

    private final Map<String, String> problems = new TreeMap<>();
    private final Map<DayOfWeek, List<Span>> spans = new TreeMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final ZoneId zone;
    private final boolean known;

    /** Reads the hours; what cannot be read is among the problems. */
    public WorkCalendar(@Nullable BusinessHours hours) {
        known = hours != null;
        zone = hours == null ? ZoneOffset.UTC : zone(hours.timeZone());
        if (hours != null) {
            for (int i = 0; i < hours.opening().size(); i++) {
                open(hours.opening().get(i), "/opening/" + i);
            }
            for (int i = 0; i < hours.holidays().size(); i++) {
                close(hours.holidays().get(i), "/holidays/" + i);
            }
        }
    }

    /** True where business hours are configured. */
    public boolean known() {
        return known;
    }

    /** What is wrong with the configured hours, by JSON pointer into them. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    /** The moment in the calendar's zone. */
    ZonedDateTime local(Instant moment) {
        return moment.atZone(zone);
    }

    /** True while people work. */
    boolean open(ZonedDateTime local) {
        if (holidays.contains(local.toLocalDate())) {
            return false;
        }
        int minute = local.getHour() * 60 + local.getMinute();
        for (var span : spans.getOrDefault(local.getDayOfWeek(), List.of())) {
            if (minute >= span.opens() && minute < span.closes()) {
                return true;
            }
        }
        return false;
    }

    private ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            problems.put("/timeZone", "is no time zone; write one like Europe/Berlin: " + name);
            return ZoneOffset.UTC;
        }
    }

    private void open(BusinessHours.Opening opening, String at) {
        int opens = minute(opening.opens(), at + "/opens");
        int closes = minute(opening.closes(), at + "/closes");
        if (opens >= 0 && closes >= 0 && closes <= opens) {
            problems.put(at + "/closes", "must be after opens; hours past midnight are two spans, the first to 24:00");
        }
        spans.computeIfAbsent(opening.day(), _ -> new ArrayList<>()).add(new Span(opens, closes));
    }

    private int minute(String time, String at) {
        if (time.equals("24:00")) {
            return DAY_IN_MINUTES;
        }
        try {
            var parsed = LocalTime.parse(time);
            return parsed.getHour() * 60 + parsed.getMinute();
        } catch (DateTimeException unreadable) {
            problems.put(at, "is no time of day like 08:30: " + time);
            return -1;
        }
    }

    private void close(String day, String at) {
        try {
            holidays.add(LocalDate.parse(day));
        } catch (DateTimeException unreadable) {
            problems.put(at, "is no day like 2026-12-25: " + day);
        }
    }

    private record Span(int opens, int closes) {}
}
