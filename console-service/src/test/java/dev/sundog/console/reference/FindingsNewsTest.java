package dev.sundog.console.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.reference.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsNewsTest {

    private final List<Finding> found = new ArrayList<>();
    private final FindingsNews news = new FindingsNews(id -> id.equals("acme-halo") ? found : List.of());

    @Test
    void tellsOnceWhenFindingsComeAndOnceWhenTheyGo() {
        assertThat(news.readAnew("acme-halo")).isFalse();

        found.add(finding(Severity.WARNING));
        assertThat(news.readAnew("acme-halo")).isTrue();
        assertThat(news.readAnew("acme-halo")).isFalse();

        found.set(0, finding(Severity.ERROR));
        assertThat(news.readAnew("acme-halo")).isTrue();

        found.clear();
        assertThat(news.readAnew("acme-halo")).isTrue();
        assertThat(news.readAnew("acme-halo")).isFalse();
    }

    @Test
    void tellsNothingOfAnotherConnection() {
        found.add(finding(Severity.ERROR));

        assertThat(news.readAnew("other-halo")).isFalse();
    }

    private static Finding finding(Severity severity) {
        return new Finding("acme-halo", severity, "policy", "p", "/rules/0", "wrong", List.of());
    }
}
