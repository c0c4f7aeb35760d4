package dev.sundog.routing.template;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.event.Saving;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The details of a ticket as HTML: styles inline, for Halo drops all others; bounded in every part. */
final class DetailsHtml {

    private static final int TEXT = 4_000;
    private static final int CELL = 200;
    private static final int RESOURCES = 25;
    private static final int LABELS = 30;
    private static final int LINKS = 10;
    private static final String HEAD = "margin:12px 0 4px 0;font-size:14px";
    private static final String CELLS = "border:1px solid #ddd;padding:3px 8px;text-align:left";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DetailsHtml() {}

    /** The whole story of the event. */
    static String of(Event event) {
        var html = new StringBuilder(2_048);
        html.append("<div style=\"font-family:Segoe UI,Arial,sans-serif;font-size:13px;color:#1f2328\">");
        html.append("<h2 style=\"margin:0 0 8px 0;font-size:16px\">")
                .append(Html.escaped(Html.cut(event.title(), CELL * 2)))
                .append("</h2>");
        text(html, "What happened", event.description());
        text(html, "Why it matters", event.advice().rationale());
        text(html, "How to fix it", event.advice().remediation());
        saving(html, event.advice().saving());
        resources(html, event.resources());
        links(html, event);
        facts(html, event);
        return html.append("</div>").toString();
    }

    /** A moment as people read it. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    private static void text(StringBuilder html, String heading, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        heading(html, heading);
        html.append("<p style=\"margin:0\">")
                .append(Html.lines(Html.cut(text.strip(), TEXT)))
                .append("</p>");
    }

    private static void saving(StringBuilder html, @Nullable Saving saving) {
        if (saving == null) {
            return;
        }
        heading(html, "Estimated saving");
        html.append("<p style=\"margin:0\"><strong>")
                .append(Html.escaped(money(saving)))
                .append("</strong></p>");
    }

    /** Money in words that read the same everywhere, for example {@code 120.50 EUR a month}. */
    static String money(Saving saving) {
        var period = switch (saving.period()) {
            case "MONTHLY" -> " a month";
            case "YEARLY" -> " a year";
            default -> ", once";
        };
        return saving.amount().toPlainString() + " " + Html.cut(saving.currency(), 8) + period;
    }

    private static void resources(StringBuilder html, List<Resource> resources) {
        if (resources.isEmpty()) {
            return;
        }
        heading(html, "Affected resources");
        html.append("<table style=\"border-collapse:collapse\"><tr>");
        List.of("Name", "Type", "Id").forEach(head -> cell(html, "th", head));
        html.append("</tr>");
        for (var resource : resources.subList(0, Math.min(RESOURCES, resources.size()))) {
            var name = Html.cut(resource.name() == null ? resource.id() : resource.name(), CELL);
            html.append("<tr>");
            cell(html, "td", resource.url() == null ? Html.escaped(name) : Html.link(resource.url(), name));
            cell(html, "td", resource.type() == null ? "" : Html.escaped(Html.cut(resource.type(), CELL)));
            cell(html, "td", Html.escaped(Html.cut(resource.id(), CELL)));
            html.append("</tr>");
        }
        html.append("</table>");
        more(html, resources.size() - RESOURCES);
    }

    private static void links(StringBuilder html, Event event) {
        var usable = event.links().stream()
                .filter(link -> Html.web(link.href()).isPresent())
                .toList();
        if (usable.isEmpty()) {
            return;
        }
        heading(html, "Read on");
        html.append("<ul style=\"margin:0;padding-left:20px\">");
        for (var link : usable.subList(0, Math.min(LINKS, usable.size()))) {
            var text = Html.cut(link.text() == null ? link.href() : link.text(), CELL);
            html.append("<li>").append(Html.link(link.href(), text)).append("</li>");
        }
        html.append("</ul>");
        more(html, usable.size() - LINKS);
    }

    private static void facts(StringBuilder html, Event event) {
        heading(html, "Facts");
        html.append("<table style=\"border-collapse:collapse\">");
        fact(html, "Severity", event.severity().name());
        fact(html, "Source", event.source());
        fact(html, "Status", event.status());
        if (event.category() != null) {
            fact(html, "Category", event.category());
        }
        fact(html, "Happened at", time(event.occurredAt()));
        fact(html, "Matter", event.dedupKey());
        var requester = event.advice().requestedBy();
        if (requester != null) {
            fact(
                    html,
                    "Requested by",
                    requester.name() + (requester.email() == null ? "" : " (" + requester.email() + ")"));
        }
        // In the order of their names: a map has none of its own, and the same event must give the same text.
        var labels = new ArrayList<>(new TreeMap<>(event.labels()).entrySet());
        labels.subList(0, Math.min(LABELS, labels.size()))
                .forEach(label -> fact(html, label.getKey(), label.getValue()));
        html.append("</table>");
        more(html, labels.size() - LABELS);
    }

    private static void fact(StringBuilder html, String name, String value) {
        html.append("<tr>");
        cell(html, "th", Html.escaped(Html.cut(name, CELL)));
        cell(html, "td", Html.lines(Html.cut(value, CELL * 2)));
        html.append("</tr>");
    }

    private static void heading(StringBuilder html, String text) {
        html.append("<h3 style=\"").append(HEAD).append("\">").append(text).append("</h3>");
    }

    private static void cell(StringBuilder html, String tag, String content) {
        html.append('<').append(tag).append(" style=\"").append(CELLS).append("\">");
        html.append(content).append("</").append(tag).append('>');
    }

    private static void more(StringBuilder html, int count) {
        if (count > 0) {
            html.append("<p style=\"margin:4px 0 0 0\">and ").append(count).append(" more</p>");
        }
    }
}
