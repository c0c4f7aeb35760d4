package dev.sundog.routing.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void escapesAllThatHtmlTakesForMarkup() {
        assertThat(Html.escaped("<a href=\"x\" title='y'>&amp;"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
    }

    @ParameterizedTest
    @CsvSource({
        "https://portal.azure.com/#view/a/b,           https://portal.azure.com/#view/a/b",
        "HTTP://wiki.example:8080/a?b=c&d=%20,         HTTP://wiki.example:8080/a?b=c&d=%20",
        "https://a.example/x y|z{1},                   https://a.example/x%20y%7Cz%7B1%7D",
        "https://a.example/#one#two,                   https://a.example/#one%23two",
        "https://a.example/größe,                      https://a.example/gr%C3%B6%C3%9Fe",
        "' https://a.example ',                        https://a.example"
    })
    void keepsAddressesThatABrowserMayOpen(String href, String address) {
        assertThat(Html.web(href)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "jav\tascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//a.example",
                "/path",
                "https:",
                "https:///path",
                "https://portal.example@evil.example/",
                "https://user:password@a.example/",
                "https://a.example\\@b.example/",
                "https://a.example:port/"
            })
    void refusesEveryOther(String href) {
        assertThat(Html.web(href)).isEmpty();
    }

    @Test
    void refusesAddressesThatAreTooLong() {
        assertThat(Html.web("https://a.example/" + "x".repeat(1_982))).isPresent();
        assertThat(Html.web("https://a.example/" + "x".repeat(1_983))).isEmpty();
    }
}
