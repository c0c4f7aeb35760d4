package dev.sundog.routing.template;

import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.rightsize;
import static dev.sundog.routing.Examples.summary;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.Examples;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.ticket.TicketTemplate;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TicketTextsTest {

    private final TicketTexts texts = new TicketTexts();

    @Test
    void writesTheDetailsOfAnAlertByteForByte() throws IOException {
        assertThat(details(diskFull())).isEqualTo(golden("alert.html"));
    }

    @Test
    void writesTheDetailsOfARecommendationByteForByte() throws IOException {
        assertThat(details(rightsize(2))).isEqualTo(golden("recommendation.html"));
    }

    @Test
    void countsTheResourcesThatItLeavesOut() {
        assertThat(details(rightsize(62)))
                .contains("vm-24")
                .doesNotContain("vm-25")
                .contains("and 37 more");
    }

    @Test
    void neverLetsTextBecomeMarkupOrALinkBecomeAScript() {
        assertThat(details(rightsize(1))).contains("&lt;b&gt;idle&lt;/b&gt; machines &amp; save");
        assertThat(details(diskFull())).doesNotContain("javascript:").doesNotContain("Click");
    }

    @Test
    void cutsALongHeadlineToOneLine() {
        var template = summary("{{title}}\n" + "{{description}} ".repeat(40));

        assertThat(texts.summary(diskFull(), template))
                .isInstanceOfSatisfying(
                        Rendered.Text.class,
                        text -> assertThat(text.value())
                                .startsWith("Disk full on db-1 97 % used. Grows")
                                .hasSize(250)
                                .endsWith("…")
                                .doesNotContain("\n"));
    }

    @Test
    void fillsInTemplatesWithTheFactsOfTheEventAndNothingElse() {
        var template = summary("[{{severity}}] {{label.host}}: {{title}}{{nothing}}{{title.class}}{{title.bytes}}");

        assertThat(texts.summary(diskFull(), template)).isEqualTo(new Rendered.Text("[HIGH] db-1: Disk full on db-1"));
    }

    @Test
    void escapesWhateverATemplateOfHtmlShows() {
        var template = Examples.details("<p>{{title}}|{{{title}}}|{{&title}}|{{saving}}</p>");

        assertThat(texts.details(rightsize(1), template))
                .isInstanceOfSatisfying(
                        Rendered.Text.class,
                        text -> assertThat(text.value())
                                .startsWith("<p>Rightsize &lt;b&gt;idle")
                                .doesNotContain("<b>")
                                .endsWith("|120.50 EUR a month</p>"));
    }

    @Test
    void saysWhatIsWrongWithATemplate() {
        assertThat(texts.summary(diskFull(), summary("{{#open}}"))).isInstanceOf(Rendered.Broken.class);
        assertThat(texts.summary(diskFull(), summary("{{>partial}}"))).isInstanceOf(Rendered.Broken.class);
    }

    @Test
    void notesARepeatAndAnEnd() {
        assertThat(texts.note(diskFull()))
                .isEqualTo("<p>Reported again (FIRING, HIGH) by watchtower at 2026-11-21 20:00:00 UTC: "
                        + "Disk full on db-1</p>");
        assertThat(texts.note(alert("e2", "contoso", true, null))).startsWith("<p>Over (RESOLVED, HIGH)");
    }

    private String details(Event event) {
        return ((Rendered.Text) texts.details(event, TicketTemplate.NONE)).value();
    }

    private static String golden(String name) throws IOException {
        try (var file = Objects.requireNonNull(TicketTextsTest.class.getResourceAsStream("/golden/" + name), name)) {
            return new String(file.readAllBytes(), UTF_8).replace("\n", "");
        }
    }
}
