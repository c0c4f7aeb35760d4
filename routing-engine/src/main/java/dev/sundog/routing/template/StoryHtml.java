package dev.sundog.routing.template;

import dev.sundog.routing.template.Story.Cell;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes a story as HTML: styles inline, for Halo drops all others. What does not fit within the limit is left out whole: a
 * row, an item, the end of a text, a section; and the last line says so.
 */
final class StoryHtml {

    private static final String CELLS = "border:1px solid #ddd;padding:3px 8px";
    private static final String END = "</div>";
    /** Room kept for the end tags, the count of what is left out, and the last line. */
    private static final int RESERVE = 400;

    private final StringBuilder html = new StringBuilder(8_192);
    private final int limit;
    private final Voice voice;
    private boolean full;

    private StoryHtml(int limit, Voice voice) {
        this.limit = limit;
        this.voice = voice;
    }

    /**
     * The story as HTML.
     *
     * @param limit longest result, in chars, 10,000 or more
     */
    static String of(Story story, Voice voice, int limit) {
        return new StoryHtml(limit, voice).write(story);
    }

    /** The sentence that stands below what was cut. */
    static String cutNotice(Voice voice, int limit) {
        return "<p style=\"margin:8px 0 0 0\"><em>" + cutWords(voice, limit) + "</em></p>";
    }

    static String cutWords(Voice voice, int limit) {
        return "Cut here: the whole is longer than " + voice.number(limit) + " characters.";
    }

    private String write(Story story) {
        html.append("<div style=\"font-family:Segoe UI,Arial,sans-serif;font-size:13px;color:#1f2328\">");
        html.append("<h2")
                .append(Html.direction(story.title()))
                .append(" style=\"margin:0 0 8px 0;font-size:16px\">")
                .append(Html.escaped(story.title()))
                .append("</h2>");
        story.parts().forEach(this::part);
        return html.append(full ? cutNotice(voice, limit) : "").append(END).toString();
    }

    private void part(Story.Part part) {
        var heading = "<h3 style=\"margin:12px 0 4px 0;font-size:14px\">" + part.heading() + "</h3>";
        switch (part) {
            case Story.Prose prose -> prose(heading, prose);
            case Story.Table table -> table(heading, table);
            case Story.Listing listing -> listing(heading, listing);
        }
    }

    private void prose(String heading, Story.Prose prose) {
        var open = heading + "<p" + Html.direction(prose.text()) + " style=\"margin:0\">"
                + (prose.strong() ? "<strong>" : "");
        var close = (prose.strong() ? "</strong>" : "") + "</p>";
        if (!fits(open.length() + close.length() + 200)) {
            return;
        }
        int room = limit - RESERVE - html.length() - open.length() - close.length();
        var text = Html.lines(prose.text());
        if (text.length() > room) {
            full = true;
            text = Html.lines(Words.cut(prose.text(), room / 6));
        }
        html.append(open).append(text).append(close);
    }

    private void table(String heading, Story.Table table) {
        var open = new StringBuilder(heading).append("<table style=\"border-collapse:collapse\">");
        if (!table.columns().isEmpty()) {
            open.append("<tr>");
            table.columns().forEach(column -> cell(open, "th", Cell.of(column)));
            open.append("</tr>");
        }
        if (fits(open.length())) {
            html.append(open);
            boolean headed = !table.columns().isEmpty();
            int written = pieces(table.rows().stream()
                    .map(row -> (Supplier<String>) () -> row(row, headed))
                    .toList());
            html.append("</table>");
            more(table.leftOut() + table.rows().size() - written);
        }
    }

    private void listing(String heading, Story.Listing listing) {
        var open = heading + "<ul style=\"margin:0;padding-left:20px\">";
        if (fits(open.length())) {
            html.append(open);
            int written = pieces(listing.items().stream()
                    .map(item -> (Supplier<String>)
                            () -> "<li" + Html.direction(item.text()) + ">" + content(item) + "</li>")
                    .toList());
            html.append("</ul>");
            more(listing.leftOut() + listing.items().size() - written);
        }
    }

    /** Writes pieces while they fit, and says how many. */
    private int pieces(List<Supplier<String>> pieces) {
        int written = 0;
        for (var piece : pieces) {
            var text = piece.get();
            if (!fits(text.length())) {
                break;
            }
            html.append(text);
            written++;
        }
        return written;
    }

    private boolean fits(int more) {
        boolean fits = html.length() + more + RESERVE <= limit;
        full |= !fits;
        return fits;
    }

    private static String row(List<Cell> row, boolean headed) {
        var html = new StringBuilder(256).append("<tr>");
        for (int at = 0; at < row.size(); at++) {
            cell(html, at == 0 && !headed ? "th" : "td", row.get(at));
        }
        return html.append("</tr>").toString();
    }

    private static void cell(StringBuilder html, String tag, Cell cell) {
        html.append('<')
                .append(tag)
                .append(Html.direction(cell.text()))
                .append(" style=\"")
                .append(CELLS)
                .append(tag.equals("th") ? ";text-align:start\">" : "\">");
        html.append(content(cell)).append("</").append(tag).append('>');
    }

    private static String content(Cell cell) {
        var text = Html.escaped(cell.text());
        return cell.href() == null ? text : "<a href=\"" + Html.escaped(cell.href()) + "\">" + text + "</a>";
    }

    private void more(int count) {
        if (count > 0) {
            html.append("<p style=\"margin:4px 0 0 0\">and ")
                    .append(voice.number(count))
                    .append(" more</p>");
        }
    }
}
