package dev.sundog.routing.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nothing but text } } {",
                "[{{severity}}] {{ label.host }}: {{{title}}} {{&title}}",
                "{{label.k8s.io/app}}",
                "{{#saving}}saves {{.}} {{/saving}}{{^saving}}free{{/saving}}",
                "{{#resources}}{{name}} of {{organizationId}}{{^-last}}, {{/-last}}{{/resources}}",
                "{{#is.critical}}now{{/is.critical}}{{! to be\n polished }}"
            })
    void takesWhatCanBeFilledIn(String template) {
        assertThat(TemplateCheck.problems(TicketText.SUMMARY, template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{tilte}}                          | 1 | 1  | no such name: tilte; allowed here: category,
            ok {{title.class}}                 | 1 | 4  | no such name: title.class
            {{label.}}                         | 1 | 1  | no such name: label.
            {{.}}                              | 1 | 1  | no such name: .
            {{#resources}}{{.}}{{/resources}}  | 1 | 15 | no such name: .
            {{name}}                           | 1 | 1  | no such name: name
            {{#links}}{{name}}{{/links}}       | 1 | 11 | -first, -index, -last, category,
            {{-index}}                         | 1 | 1  | no such name: -index
            {{resources}}                      | 1 | 1  | resources is no text; use it as {{#resources}}
            {{#tags}}{{/tags}}                 | 1 | 1  | no such name: tags
            a {{#title}}b                      | 1 | 3  | this section has no end; close it with {{/title}}
            {{#title}}{{#source}}{{/title}}    | 1 | 22 | {{/title}} ends nothing: the section open here is source
            {{/title}}                         | 1 | 1  | {{/title}} ends nothing: no section is open here
            a {{title                          | 1 | 3  | this tag has no end; close it with }}
            {{{title}}                         | 1 | 1  | this tag has no end; close it with }}}
            {{}}                               | 1 | 1  | this tag names nothing
            {{{}}}                             | 1 | 1  | this tag names nothing
            {{title} {{source}}                | 1 | 1  | a name has no line break and no braces
            {{>partial}}                       | 1 | 1  | partials, blocks and other delimiters
            {{<block}}{{/block}}               | 1 | 1  | partials, blocks and other delimiters
            {{=<% %>=}}                        | 1 | 1  | partials, blocks and other delimiters
            """)
    void saysWhatIsWrongAndWhere(String template, int line, int column, String what) {
        var problems = TemplateCheck.problems(TicketText.SUMMARY, template);

        assertThat(problems).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.what()).contains(what);
        });
    }

    @Test
    void countsLinesAndTellsOfEveryProblem() {
        assertThat(TemplateCheck.problems(TicketText.SUMMARY, "{{title}}\n  {{one}}\n\n{{two}}"))
                .extracting(TemplateProblem::toString)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("line 2, column 3: no such name: one"),
                        two -> assertThat(two).startsWith("line 4, column 1: no such name: two"));
    }

    @Test
    void limitsTheLength() {
        assertThat(TemplateCheck.problems(TicketText.SUMMARY, "x".repeat(1_000)))
                .isEmpty();
        assertThat(TemplateCheck.problems(TicketText.SUMMARY, "x".repeat(1_001)))
                .containsExactly(new TemplateProblem(1, 1_001, "has 1001 characters, at most 1000 are allowed"));
        assertThat(TemplateCheck.problems(TicketText.NOTE, "x".repeat(4_001))).hasSize(1);
        assertThat(TemplateCheck.problems(TicketText.DETAILS, "x".repeat(20_000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"color: #333; margin:0\" dir=\"auto\">{{title}}</p>",
                "<table><tr><th>Name</th></tr>{{#resources}}<tr><td>{{name}}</td></tr>{{/resources}}</table>",
                "{{#links}}<a href=\"{{href}}\">{{text}}</a>{{/links}} <a href='https://wiki.example/{{category}}'>wiki</a>"
            })
    void takesHtmlThatHaloShows(String template) {
        assertThat(TemplateCheck.problems(TicketText.DETAILS, template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>a</p><script>alert(1)</script>              | 9  | <script> is not allowed
            <style>p {color:red}</style>                   | 1  | <style> is not allowed
            <img src="https://tracker.example/{{title}}">  | 1  | <img> is not allowed
            <p onclick="x()">                              | 1  | onclick is not allowed at <p>
            <p style="color:{{label.color}}">              | 1  | this style is not allowed
            <p style="background:url(https://a.example)">  | 1  | this style is not allowed
            <p style="position:fixed">                     | 1  | this style is not allowed
            a <a href="javascript:alert(1)">               | 3  | href must begin with
            """)
    void refusesHtmlThatRunsLoadsOrLiesOverThePage(String template, int column, String what) {
        assertThat(TemplateCheck.problems(TicketText.DETAILS, template)).first().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.what()).contains(what);
        });
    }

    @Test
    void checksLocaleAndTimeZone() {
        assertThat(TemplateCheck.localeProblem("en-NZ")).isEmpty();
        assertThat(TemplateCheck.localeProblem("de")).isEmpty();
        assertThat(TemplateCheck.localeProblem("")).isPresent();
        assertThat(TemplateCheck.localeProblem("en_NZ")).isPresent();
        assertThat(TemplateCheck.localeProblem("xx-XX")).isPresent();
        assertThat(TemplateCheck.localeProblem("th-u-nu-thai")).isPresent();
        assertThat(TemplateCheck.timeZoneProblem("Pacific/Auckland")).isEmpty();
        assertThat(TemplateCheck.timeZoneProblem("Mars/Olympus")).isPresent();
        assertThat(TemplateCheck.timeZoneProblem("+02:00")).isPresent();
    }
}
