package dev.sundog.routing.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Link;
import dev.sundog.routing.event.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an event says and whatever template was accepted: there is a text, it is safe, bounded, and always the same. */
class AnyEventTest {

    private static final List<String> PIECES = List.of(
            "disk full",
            "<script>alert(1)</script>",
            "\"'><",
            "&amp;",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "😀",
            "\u202E",
            "שלום",
            "{{title}}",
            "\r\n",
            "\u2028",
            "https://a.example/x",
            "javascript:alert(1)",
            "x".repeat(300),
            "\"".repeat(3_000),
            "2026-11-21T20:00:00Z",
            "2026-99-99T99:99:99Z",
            " ",
            "\\",
            "</table></div>",
            "<!--",
            "]]>",
            "e\u0301\u0301\u0301",
            "-0");
    private static final List<String> NAMES = Stream.of(Names.TEXTS.stream(), Stream.of("label.a", "label.a.b/c"))
            .flatMap(names -> names)
            .sorted()
            .toList();
    private static final List<String> HTML = List.of(
            "<p>",
            "</p>",
            "<table><tr><td>",
            "</td></tr></table>",
            "<a href=\"https://a.example/{{label.a}}\">",
            "</a>",
            "<b>",
            "<br>",
            "<p title=\"{{title}}\">",
            "<div dir='auto'>",
            "text & more",
            "<a href=\"{{label.a}}\">x</a>");

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void becomesASafeTextOfBoundedLength(int seed) {
        var random = new Random(seed);
        var event = event(random);
        var wording = new Wording(
                null, null, template(random, false), template(random, true), template(random, true), voice(random));

        var summary = text(new TicketTexts().summary(event, wording));
        var details = text(new TicketTexts().details(event, wording));
        var note = text(new TicketTexts().note(event, wording));
        var plain = JsoupPlainText.of(details);

        assertThat(summary).hasSizeBetween(1, 250).doesNotContainPattern("\\p{Cntrl}");
        assertThat(details).hasSizeBetween(1, 60_000);
        assertThat(note).hasSizeBetween(1, 10_000);
        assertThat(plain).hasSizeBetween(0, 120_000);
        assertThat(Markup.problems(details)).isEmpty();
        assertThat(Markup.problems(note)).isEmpty();
        assertThat(List.of(summary, details, note, plain))
                .allSatisfy(text ->
                        assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text));
        assertThat(text(new TicketTexts().details(event, wording))).isEqualTo(details);
    }

    private static String text(Rendered rendered) {
        assertThat(rendered).isInstanceOf(Rendered.Text.class);
        return ((Rendered.Text) rendered).value();
    }

    private static Event event(Random random) {
        var labels = new HashMap<String, String>();
        labels.put("a", words(random));
        labels.put("a.b/c", words(random));
        IntStream.range(0, random.nextInt(40)).forEach(n -> labels.put(n + words(random), words(random)));
        var resources = IntStream.range(0, random.nextInt(40))
                .mapToObj(n -> new Resource(words(random), words(random), words(random), words(random)))
                .toList();
        var links = IntStream.range(0, random.nextInt(20))
                .mapToObj(n -> new Link(words(random), words(random)))
                .toList();
        return Stories.event(words(random), words(random), resources, labels, links);
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            words.append(one(random, PIECES));
        }
        return words.toString();
    }

    /** One that the check accepts, or none: half of what comes out of the hat is not worth asking. */
    private static String template(Random random, boolean html) {
        for (int attempt = 0; attempt < 20; attempt++) {
            var template = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                piece(template, random, html);
            }
            if (TemplateCheck.problems(html ? TicketText.DETAILS : TicketText.SUMMARY, template.toString())
                    .isEmpty()) {
                return template.toString();
            }
        }
        return "";
    }

    private static void piece(StringBuilder template, Random random, boolean html) {
        var name = one(random, NAMES);
        switch (random.nextInt(html ? 6 : 5)) {
            case 0 -> template.append("{{").append(name).append("}}");
            case 1 -> template.append("{{{ ").append(name).append(" }}}");
            case 2 -> {
                template.append("{{#").append(name).append("}}");
                piece(template, random, html);
                template.append("{{/").append(name).append("}}");
            }
            case 3 -> template.append("{{#resources}}{{name}}{{id}}{{^-last}}, {{/-last}}{{/resources}}");
            case 4 -> template.append("{{#is.critical}}!{{/is.critical}}{{^saving}}{{title}}{{/saving}}\n");
            default -> template.append(one(random, HTML));
        }
    }

    private static Voice voice(Random random) {
        return Voice.of(
                one(random, List.of("en", "de-DE", "ar-EG", "ja", "fr-CA", "tr", "nonsense")),
                one(random, List.of("UTC", "Asia/Kathmandu", "America/St_Johns", "nonsense")));
    }

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
