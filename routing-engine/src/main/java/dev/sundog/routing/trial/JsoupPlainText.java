package dev.sundog.routing.trial;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** The words of a ticket's HTML, for people who look at them without a browser. */
public final class JsoupPlainText {

    private static final String BREAKS = "br, p, div, tr, li, h1, h2, h3, h4, table, ul, ol";

    private JsoupPlainText() {}

    /** Plain text of the same words in the same order, a line for each block. */
    public static String of(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("td, th").append(" ");
        body.select("a[href]").forEach(link -> {
            if (!link.text().equals(link.attr("href"))) {
                link.appendText(" (" + link.attr("href") + ")");
            }
        });
        body.select(BREAKS).after("\n");
        return body.wholeText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
