package dev.sundog.routing.template;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The plain twin of a ticket's HTML, whoever wrote that: for people who look at it without a browser. */
public final class JsoupPlainText {

    private static final String BLOCKS = "p, div, tr, li, h1, h2, h3, h4, h5, h6, table, ul, ol, blockquote, pre";

    private JsoupPlainText() {}

    /** The same words in the same order: a line for each block, row and item, an empty line before each heading. */
    public static String of(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("a[href]").forEach(JsoupPlainText::address);
        body.select("td + td, th + td, th + th, td + th").prepend(" | ");
        body.select("li").prepend("- ");
        body.select("br").before("\n");
        body.select(BLOCKS).before("\n").after("\n");
        body.select("h2, h3").forEach(heading -> heading.prependText("\u0000"));
        return body.wholeText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"))
                .replace("\u0000", "\n")
                .strip();
    }

    private static void address(Element link) {
        if (!link.text().equals(link.attr("href"))) {
            link.appendText(" " + link.attr("href"));
        }
    }
}
