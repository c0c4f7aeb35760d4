package dev.sundog.connector.storm;

import dev.sundog.connector.lane.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a storm's ticket says: a headline, and a table of what it holds. The same arguments give the same text.
 *
 * @param lasting matters that last
 * @param total matters that were folded
 * @param rows the heaviest of them, at most {@value #ROWS}
 */
public record StormPage(String organizationId, int lasting, long total, List<Row> rows, Instant at) {

    /** Rows that are shown; the others are counted. */
    public static final int ROWS = 50;

    private static final int LONGEST_TITLE = 160;
    private static final String CELL = "border:1px solid #ccc;padding:2px 6px;text-align:left";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** One matter. */
    public record Row(Severity severity, String title, Instant firstSeen, boolean over) {}

    public StormPage {
        rows = List.copyOf(rows);
    }

    /** The ticket's headline. */
    public String summary() {
        return "Storm: " + total + (total == 1 ? " alert" : " alerts") + " of " + organizationId + ", "
                + (lasting == 0 ? "all over" : lasting + " still lasting");
    }

    /** The ticket's details as HTML with inline styles, which is all that Halo keeps. */
    public String detailsHtml() {
        StringBuilder html = new StringBuilder(512 + 256 * rows.size());
        html.append(
                        "<p>Many new alerts came within a short time. Instead of one ticket each they share this one.</p><p>")
                .append(total)
                .append(" in all, ")
                .append(lasting)
                .append(" still lasting, ")
                .append(total - lasting)
                .append(" over. As of ")
                .append(TIME.format(at))
                .append(".</p><table style=\"border-collapse:collapse\"><tr>");
        for (String head : List.of("Severity", "Alert", "First seen", "State")) {
            html.append("<th style=\"").append(CELL).append("\">").append(head).append("</th>");
        }
        html.append("</tr>");
        rows.forEach(row -> append(html, row));
        html.append("</table>");
        if (total > rows.size()) {
            html.append("<p>And ").append(total - rows.size()).append(" more.</p>");
        }
        return html.toString();
    }

    private static void append(StringBuilder html, Row row) {
        html.append("<tr>");
        cell(html, row.severity().name());
        cell(html, escaped(row.title()));
        cell(html, TIME.format(row.firstSeen()));
        cell(html, row.over() ? "over" : "lasting");
        html.append("</tr>");
    }

    private static void cell(StringBuilder html, String text) {
        html.append("<td style=\"").append(CELL).append("\">").append(text).append("</td>");
    }

    private static String escaped(String title) {
        String text = title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
