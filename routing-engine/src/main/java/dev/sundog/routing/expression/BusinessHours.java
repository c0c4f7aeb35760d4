package dev.sundog.routing.expression;

import java.time.DayOfWeek;
import java.util.List;

/**
 * When people work, as configuration says it; see {@link WorkCalendar} for what is made of it.
 *
 * @param timeZone zone by its IANA name, for example {@code Europe/Berlin}
 * @param opening spans; a day without one is closed
 * @param holidays closed days, {@code 2026-12-25}
 */
public record BusinessHours(String timeZone, List<Opening> opening, List<String> holidays) {

    public BusinessHours {
        opening = List.copyOf(opening);
        holidays = List.copyOf(holidays);
    }

    /**
     * Open on one day of the week.
     *
     * @param opens from then on, {@code HH:mm}
     * @param closes until then, {@code HH:mm}; {@code 24:00} is the day's end
     */
    public record Opening(DayOfWeek day, String opens, String closes) {}
}
