package dev.sundog.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** HTML of the pages. Nothing is fetched from elsewhere. */
final class Markup {

    private static final String STYLE = style();

    private Markup() {}

    /** @param bar what stands at the top of every page, as HTML */
    static String page(String title, String bar, String content) {
        return """
                <!doctype html>
                <html lang=en><head><meta charset=utf-8><title>%1$s - Halo simulator</title>
                <meta name=viewport content="width=device-width,initial-scale=1"><style>%2$s</style></head>
                <body><a class=skip href="#content">Skip to content</a><header class=bar>%3$s</header><main class=room id=content>%4$s</main></body></html>
                """.formatted(text(title), STYLE, bar, content);
    }

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A ticket's own HTML, in a frame without scripts, origin, forms or anything from elsewhere. */
    static String frame(String html) {
        if (html.isBlank()) {
            return "<p class=none>No details.</p>";
        }
        String document =
                "<style>body{font:15px/1.5 system-ui,sans-serif;color:#18212d;margin:1rem;overflow-wrap:anywhere}</style>";
        return "<iframe sandbox title=Details srcdoc=\"" + text(document + html) + "\"></iframe>";
    }

    /** A note as plain text. */
    static String note(String html) {
        String plain = html.replaceAll("(?i)<br\\s*/?>|</(p|div|li|tr)>", "\n")
                .replaceAll("<[^>]*>", "")
                .strip();
        String decoded = plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return decoded.isEmpty() ? "" : "<p class=note>" + text(decoded) + "</p>";
    }

    /** A label in a colour; a colour that is none is left out. */
    static String chip(String label, String colour) {
        String style = colour.matches("#[0-9a-fA-F]{3,8}") ? " style=\"--c:" + colour + "\"" : "";
        return label.isBlank() ? "" : "<span class=chip" + style + ">" + text(label) + "</span>";
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Markup.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the pages cannot be read", e);
        }
    }
}
