package dev.sundog.routing.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsoupMarkupTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p style="color:red">a</p>                                       | <p style="color:red">a</p>
            <p>open                                                          | <p>open</p>
            <b onclick="x()">a</b><script>alert(1)</script>                  | <b>a</b>
            <style>p {}</style><blink>a</blink>                              | a
            <a href="javascript:x">a</a>                                     | <a>a</a>
            <a href="https://evil@b.example/">a</a>                          | <a>a</a>
            <a href="https://b.example/x y">a</a>                            | <a href="https://b.example/x%20y">a</a>
            <a href="MAILTO:a@b.example">a</a>                               | <a href="MAILTO:a@b.example">a</a>
            <p style="position: fixed">a</p>                                 | <p>a</p>
            <p style="background: URL (x)">a</p>                             | <p>a</p>
            <p style="color:\\72 ed">a</p>                                   | <p>a</p>
            <table><tr><td colspan="2" bgcolor="red">a</td></tr></table>     | <table><tbody><tr><td colspan="2">a</td></tr></tbody></table>
            a &lt;b&gt; &amp; "c" é                                          | a &lt;b&gt; &amp; "c" é
            """)
    void leavesOnlyWhatIsAllowed(String html, String clean) {
        assertThat(JsoupMarkup.clean(html, Voice.USUAL, 10_000)).isEqualTo(clean);
    }

    @Test
    void isEmptyWhereNothingCanBeSeen() {
        assertThat(JsoupMarkup.clean(" <p> </p><hr>", Voice.USUAL, 10_000)).isEmpty();
    }

    @Test
    void cutsBetweenElementsAndSaysSo() {
        var rows = "<tr><td>&lt;row&gt;</td></tr>".repeat(500);

        var cut = JsoupMarkup.clean("<table>" + rows + "</table><p>after</p>", Voice.USUAL, 2_000);

        assertThat(cut)
                .hasSizeBetween(1_900, 2_000)
                .startsWith("<table><tbody><tr><td>&lt;row&gt;</td></tr>")
                .contains("</td></tr></tbody></table><p style")
                .endsWith("<em>Cut here: the whole is longer than 2,000 characters.</em></p>")
                .doesNotContain("after");
    }

    @Test
    void cutsLongTextWithinAnElement() {
        var cut = JsoupMarkup.clean("<div><b>" + "&amp;😀".repeat(2_000) + "</b>after</div>", Voice.USUAL, 2_000);

        assertThat(cut)
                .hasSizeBetween(500, 2_000)
                .contains("…</b></div><p style")
                .doesNotContain("after")
                .doesNotContain("\uFFFD");
    }
}
