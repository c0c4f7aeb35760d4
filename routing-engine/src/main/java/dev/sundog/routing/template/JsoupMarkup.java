package dev.sundog.routing.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Which HTML a ticket may hold: what Halo shows, and nothing that runs, loads or lies over the page. */
final class JsoupMarkup {

    private static final Set<String> EVERYWHERE = Set.of("style", "title", "dir", "lang");
    private static final Map<String, Set<String>> OF_ELEMENTS = Map.of(
            "a", Set.of("href"),
            "table", Set.of("width", "border", "cellpadding", "cellspacing"),
            "td", Set.of("colspan", "rowspan", "align", "valign", "width"),
            "th", Set.of("colspan", "rowspan", "align", "valign", "width"));
    private static final Set<String> ELEMENTS = Set.of(
            "a",
            "b",
            "bdi",
            "blockquote",
            "br",
            "caption",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "u",
            "ul");
    private static final Pattern STYLE = Pattern.compile("[-\\w #%.,:;()'\"!]*");
    private static final Pattern BAD_STYLE =
            Pattern.compile("url\\s*\\(|position\\s*:|expression|behaviou?r", Pattern.CASE_INSENSITIVE);

    private static final Safelist SAFELIST = safelist();

    private JsoupMarkup() {}

    /** What of a template's own HTML would be left out. */
    static List<TemplateProblem> problems(String template) {
        var page = Parser.htmlParser().setTrackPosition(true).parseInput(template, "");
        var problems = new ArrayList<TemplateProblem>();
        page.getAllElements().stream()
                // The parser adds what every page has: html, head and body.
                .filter(element -> !element.sourceRange().isImplicit())
                .forEach(element -> problems(element, problems));
        return problems;
    }

    private static void problems(Element element, List<TemplateProblem> problems) {
        var name = element.normalName();
        if (!ELEMENTS.contains(name)) {
            problems.add(problem(element, "<" + name + "> is not allowed; text, tables, lists and links are"));
            return;
        }
        for (var attribute : element.attributes()) {
            if (!allowed(name, attribute.getKey())) {
                problems.add(problem(element, attribute.getKey() + " is not allowed at <" + name + ">"));
            } else if (attribute.getKey().equals("style") && !styleAllowed(attribute.getValue())) {
                problems.add(problem(element, "this style is not allowed: no url, no position, no {{tags}}"));
            } else if (attribute.getKey().equals("href") && !addressAllowed(attribute)) {
                problems.add(problem(element, "href must begin with https://, http:// or mailto:, or be a tag"));
            }
        }
    }

    private static boolean allowed(String element, String attribute) {
        return ELEMENTS.contains(element)
                && (EVERYWHERE.contains(attribute)
                        || OF_ELEMENTS.getOrDefault(element, Set.of()).contains(attribute));
    }

    private static boolean styleAllowed(String style) {
        return STYLE.matcher(style).matches() && !BAD_STYLE.matcher(style).find();
    }

    /**
     * HTML with only what is allowed, its elements closed; text in others stays. What is beyond the limit is cut between elements
     * and characters, and the last line says so. Empty where nothing can be seen.
     *
     * @param limit longest result, in chars, 1,000 or more
     */
    static String clean(String html, Voice voice, int limit) {
        var page = new Cleaner(SAFELIST).clean(Jsoup.parseBodyFragment(html));
        page.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        page.body().getAllElements().forEach(JsoupMarkup::safe);
        if (!page.body().hasText()) {
            return "";
        }
        var clean = page.body().html().strip();
        return clean.length() <= limit ? clean : JsoupCut.of(page.body(), voice, limit);
    }

    private static void safe(Element element) {
        if (element.hasAttr("style") && !styleAllowed(element.attr("style"))) {
            element.removeAttr("style");
        }
        var href = element.attr("href").strip();
        if (!href.isEmpty() && !href.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            Html.web(href).ifPresentOrElse(address -> element.attr("href", address), () -> element.removeAttr("href"));
        }
    }

    private static Safelist safelist() {
        var safelist = new Safelist();
        ELEMENTS.forEach(element -> {
            safelist.addTags(element);
            safelist.addAttributes(element, EVERYWHERE.toArray(String[]::new));
        });
        OF_ELEMENTS.forEach((element, names) -> safelist.addAttributes(element, names.toArray(String[]::new)));
        return safelist;
    }

    private static boolean addressAllowed(Attribute href) {
        var address = href.getValue().strip().toLowerCase(Locale.ROOT);
        return Stream.of("https://", "http://", "mailto:", "{{").anyMatch(address::startsWith);
    }

    private static TemplateProblem problem(Element element, String what) {
        var start = element.sourceRange().start();
        return new TemplateProblem(start.lineNumber(), start.columnNumber(), what);
    }
}
