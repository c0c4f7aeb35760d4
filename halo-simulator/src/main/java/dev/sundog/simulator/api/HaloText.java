package dev.sundog.simulator.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;

/** How Halo writes dates, and the plain and HTML twins of a text. */
final class HaloText {

    /** A date that was never set. */
    static final String NEVER = "1900-01-01T00:00:00";

    private static final Pattern LINE_END =
            Pattern.compile("<br\\s*/?>|</(?:p|div|li|tr|h[1-6]|ul|ol|table)>", Pattern.CASE_INSENSITIVE);

    /** Ends at the next tag, so that a text of many opening brackets does not take forever. */
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private HaloText() {}

    /** With up to seven digits of a second and no zeros at the end; a formatter would take longer than all the rest. */
    static String date(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32).append(utc.toLocalDate()).append('T');
        two(text, utc.getHour()).append(':');
        two(text, utc.getMinute()).append(':');
        two(text, utc.getSecond());
        int ticks = instant.getNano() / 100;
        if (ticks > 0) {
            text.append('.').append(String.valueOf(10_000_000 + ticks), 1, 8);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.append('Z').toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append(number < 10 ? "0" : "").append(number);
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
        String lines = LINE_END.matcher(html).replaceAll("\n");
        return TAG.matcher(lines)
                .replaceAll("")
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
