package dev.sundog.routing.silence;

import java.time.Duration;

/**
 * How a window comes again.
 *
 * @param rrule rule of RFC 5545 without its name, for example {@code FREQ=WEEKLY;BYDAY=SU}
 * @param timeZone name of the zone in which it repeats, for example {@code Europe/Berlin}
 * @param length of each window, in time that passes: a clock that is put forward or back makes none shorter or longer
 */
public record Recurrence(String rrule, String timeZone, Duration length) {}
