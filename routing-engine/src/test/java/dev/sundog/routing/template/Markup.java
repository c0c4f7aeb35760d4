package dev.sundog.routing.template;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Looks at HTML as a browser would, and says what must not be in a ticket. A second opinion: shares nothing with what it judges. */
final class Markup {

    private static final Set<String> ATTRIBUTES =
            Set.of("style", "href", "dir", "title", "lang", "colspan", "rowspan", "align", "valign", "width");

    private Markup() {}

    static List<String> problems(String html) {
        var parser = Parser.htmlParser().setTrackErrors(100);
        var body = Jsoup.parse(html, "", parser).body();
        var problems = new java.util.ArrayList<String>();
        parser.getErrors().stream()
                .map(Object::toString)
                // Not an error here: what is parsed is no whole page.
                .filter(error -> !error.contains("doctype") && !error.contains("[Initial]"))
                .forEach(problems::add);
        body.getAllElements().forEach(element -> problems.addAll(problems(element)));
        return problems;
    }

    private static List<String> problems(Element element) {
        var problems = new java.util.ArrayList<String>();
        if (Set.of("script", "style", "img", "iframe", "object", "form", "input", "svg", "link", "meta")
                .contains(element.normalName())) {
            problems.add(element.normalName());
        }
        for (Attribute attribute : element.attributes()) {
            if (!ATTRIBUTES.contains(attribute.getKey())) {
                problems.add(attribute.toString());
            }
        }
        var href = element.attr("href");
        if (!href.isEmpty() && !href.matches("https?://[a-z.]+(/.*)?")) {
            problems.add(href);
        }
        return problems;
    }
}
