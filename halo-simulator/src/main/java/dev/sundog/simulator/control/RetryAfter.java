package dev.sundog.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The two forms of the header {@code Retry-After}. */
public final class RetryAfter {

    public static final String HEADER = "retry-after";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RetryAfter() {}

    /** Whole seconds, rounded up, at least one. */
    public static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** A date of HTTP, rounded up to the second. */
    public static String date(Instant when) {
        return DATE.format(when.plusMillis(999));
    }
}
