package dev.sundog.simulator.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** How Halo writes dates, and the plain and HTML twins of a text. */
final class HaloText {

    /** A date that was never set. */
    static final String NEVER = "1900-01-01T00:00:00";

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HaloText() {}

    static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** A value as it stands in JSON. */
    static Object json(Object value) {
        return value instanceof Instant instant ? date(instant) : value;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String html(String plain) {
        return escaped(plain).replace("\r\n", "<br>").replace("\n", "<br>");
    }

    static String plain(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        return html.replaceAll("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6]|ul|ol|table)>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
    }

    /** Keeps the HTML twin alone, made from the plain one if need be; if both are given, the HTML one counts. */
    static void keepHtml(Map<String, Object> values, String plainName, String htmlName) {
        Object plain = values.remove(plainName);
        if (plain instanceof String text) {
            values.putIfAbsent(htmlName, html(text));
        }
    }
}
