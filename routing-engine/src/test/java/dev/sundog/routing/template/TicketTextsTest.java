package dev.sundog.routing.template;

import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.rightsize;
import static dev.sundog.routing.Examples.summary;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.Examples;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTextsTest {

    private final TicketTexts texts = new TicketTexts();

    @Test
    void countsTheResourcesThatItLeavesOut() {
        assertThat(details(rightsize(1_025)))
                .contains("vm-24")
                .doesNotContain("vm-25")
                .contains("and 1,000 more");
    }

    @Test
    void neverLetsTextBecomeMarkupOrALinkBecomeAScript() {
        assertThat(details(rightsize(1))).contains("&lt;b&gt;idle&lt;/b&gt; machines &amp; save");
        assertThat(details(diskFull())).doesNotContain("javascript:").doesNotContain("Click");
    }

    @Test
    void leavesOutWholePiecesOfWhatIsLongerThanATicketTakes() {
        // Each of these chars is six in HTML, so that every part is as long as it can be.
        var quotes = "\"".repeat(5_000);
        var resources = Collections.nCopies(
                100, new Resource(quotes, quotes, quotes, "https://a.example/" + "'".repeat(1_900)));
        var event = Stories.event(quotes, quotes, resources, Map.of(), List.of());

        var html = details(event);

        assertThat(html)
                .hasSizeBetween(50_000, 60_000)
                .endsWith("<em>Cut here: the whole is longer than 60,000 characters.</em></p></div>");
        assertThat(Markup.problems(html)).isEmpty();
    }

    @Test
    void cutsALongHeadlineToOneLine() {
        var template = summary("{{title}}\n" + "{{description}} ".repeat(40));

        assertThat(texts.summary(diskFull(), template))
                .isInstanceOfSatisfying(
                        Rendered.Text.class,
                        text -> assertThat(text.value())
                                .startsWith("Disk full on db-1 97 % used. Grows")
                                .hasSizeBetween(245, 250)
                                .endsWith("…")
                                .doesNotContain("\n"));
    }

    @Test
    void callsATicketByItsMatterWhereThereIsNoHeadline() {
        var nameless = Stories.event(" \u0000 ", "", List.of(), Map.of(), List.of());

        assertThat(texts.summary(nameless, TicketTemplate.NONE)).isEqualTo(new Rendered.Text("rightsize-1"));
        assertThat(texts.summary(nameless, summary("{{description}}"))).isEqualTo(new Rendered.Text("rightsize-1"));
    }

    @Test
    void fillsInTemplatesWithTheFactsOfTheEventAndNothingElse() {
        var template = summary("[{{severity}}] {{label.host}}: {{title}}{{nothing}}{{title.class}}{{title.bytes}}");

        assertThat(texts.summary(diskFull(), template)).isEqualTo(new Rendered.Text("[HIGH] db-1: Disk full on db-1"));
    }

    @Test
    void fillsInEveryFact() {
        var event = Stories.endless();
        var template = "{{kind}}|{{label.backup.lastGood}}|{{resourceCount}} {{resourcesLeftOut}}|{{labelsLeftOut}}"
                + "|{{linksLeftOut}}|{{saving}}|{{savingAmount}} {{savingCurrency}}|{{#is.yearly}}y{{/is.yearly}}"
                + "{{#is.monthly}}m{{/is.monthly}}{{^is.over}}open{{/is.over}}|{{#timeline}}{{what}};{{/timeline}}"
                + "|{{#links}}{{#-first}}{{href}} {{text}}{{/-first}}{{/links}}|{{occurredAtIso}}";

        assertThat(texts.summary(event, summary(template)))
                .isEqualTo(new Rendered.Text("RECOMMENDATION|2026-11-20T23:00:00+01:00|1,000 975|72|30"
                        + "|€1,234,567.80 a year|€1,234,567.80 EUR|yopen"
                        + "|backup.lastGood;startsAt;OPEN at advisor;|https://wiki.example/0 Page 0"
                        + "|2026-11-21T20:00:00Z"));
    }

    @Test
    void knowsEveryNameThatTheCheckAllows() {
        var facts = Facts.of(rightsize(1), Voice.USUAL, text -> text);

        assertThat(facts.keySet())
                .containsAll(Names.TEXTS)
                .containsAll(Names.LISTS.keySet())
                .hasSize(Names.TEXTS.size() + Names.LISTS.size() + 2);
        assertThat(facts)
                .extractingByKey("is")
                .satisfies(flags -> assertThat(((Map<?, ?>) flags).keySet())
                        .allSatisfy(flag -> assertThat(Names.FLAGS).contains("is." + flag))
                        .hasSize(Names.FLAGS.size()));
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
                                .endsWith("|€120.50 a month</p>"));
    }

    @Test
    void keepsTextFromBreakingOutOfAnAttribute() {
        var template = Examples.details(
                "<p title={{label.style}}>a</p><p title=\"{{label.style}}\">b</p><a href=\"{{description}}\">c</a>");

        var html = ((Rendered.Text) texts.details(Stories.hostile(), template)).value();

        assertThat(Markup.problems(html)).isEmpty();
    }

    @Test
    void usesTheHousesFormWhereATemplateSaysNothing() {
        var template = Examples.details("<p>{{label.nobody}}</p>");

        assertThat(texts.details(diskFull(), template)).isEqualTo(texts.details(diskFull(), TicketTemplate.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{#open}}", "{{>partial}}", "{{}}", "{{<block}}{{/block}}", "{{title", "{{=<% %>=}}<%#x%>"})
    void saysWhatIsWrongWithATemplate(String template) {
        assertThat(texts.summary(diskFull(), summary(template)))
                .isInstanceOfSatisfying(
                        Rendered.Broken.class,
                        broken -> assertThat(broken.why()).startsWith("line 1, column 1: "));
    }

    @Test
    void notesARepeatAndAnEnd() {
        assertThat(texts.note(diskFull(), TicketTemplate.NONE))
                .isEqualTo(new Rendered.Text("<p>Reported again (FIRING, HIGH) by watchtower at "
                        + "Nov 21, 2026, 8:00:00\u202FPM UTC: Disk full on db-1</p>"));
        assertThat(texts.note(alert("e2", "contoso", true, null), TicketTemplate.NONE))
                .isInstanceOfSatisfying(
                        Rendered.Text.class,
                        note -> assertThat(note.value())
                                .startsWith("<p>Over (RESOLVED, HIGH) by watchtower at Nov 21, 2026"));
    }

    @Test
    void namesThePersonWhoAsksInTheNote() {
        assertThat(texts.note(rightsize(1), TicketTemplate.NONE))
                .isInstanceOfSatisfying(
                        Rendered.Text.class,
                        note -> assertThat(note.value())
                                .startsWith(
                                        "<p>Requested by Ada (ada@contoso.example) (OPEN, LOW) by advisor at Nov 21, 2026")
                                .endsWith(": Rightsize &lt;b&gt;idle&lt;/b&gt; machines &amp; save</p>"));
    }

    @Test
    void tellsInPlainTextAllThatTheHtmlTells() {
        assertThat(JsoupPlainText.of(details(diskFull())))
                .startsWith(
                        "Disk full on db-1\n\nWhat happened\n97 % used.\nGrows by 1 % an hour.\n\nAffected resources\n")
                .contains("\nName | Type | Id\n", "\nDatabase 1 https://portal.example/db-1 | virtual-machine | db-1\n")
                .contains("\n- Runbook https://wiki.example/disk\n", "\nSeverity | HIGH\n");
    }

    @Test
    void tellsInPlainTextWhatATemplateOfHtmlSays() {
        var template = dev.sundog.routing.Examples.details(
                "<h3>{{title}}</h3><p>first<br>second</p><ul><li>{{severity}}</li></ul>"
                        + "<a href=\"https://wiki.example/x\">https://wiki.example/x</a>");

        assertThat(texts.details(diskFull(), template))
                .isInstanceOfSatisfying(
                        Rendered.Text.class,
                        html -> assertThat(JsoupPlainText.of(html.value()))
                                .isEqualTo("Disk full on db-1\nfirst\nsecond\n- HIGH\nhttps://wiki.example/x"));
    }

    @Test
    void surviveTheWayToBytesAndBack() {
        var html = details(Stories.hostile());
        var plain = JsoupPlainText.of(html);

        assertThat(new String(html.getBytes(UTF_8), UTF_8)).isEqualTo(html);
        assertThat(new String(plain.getBytes(UTF_8), UTF_8)).isEqualTo(plain);
        assertThat(Markup.problems(html)).isEmpty();
    }

    private String details(Event event) {
        return ((Rendered.Text) texts.details(event, TicketTemplate.NONE)).value();
    }
}
