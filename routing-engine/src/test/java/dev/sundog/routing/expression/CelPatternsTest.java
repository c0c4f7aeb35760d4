package dev.sundog.routing.expression;

import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CelPatternsTest {

    private static final String COSTLY = "(alpha|beta|gamma|delta|[a-z]{1,20}-[0-9]{1,20})+ never";

    private final CelExpressions expressions = new CelExpressions(Setting.NONE);

    @Test
    void findsAPartOfTheTextInBothForms() {
        assertThat(holds("event.title.matches('db-[0-9]')")).isTrue();
        assertThat(holds("matches(event.title, '^Disk')")).isTrue();
        assertThat(holds("event.title.matches('^db')")).isFalse();
        assertThat(holds("event.resources.exists(r, r.id.matches('^d.-1$'))")).isTrue();
    }

    @Test
    void compilesAPatternOnceAndForgetsWhereThereAreTooMany() {
        var patterns = new CelPatterns();
        var first = patterns.compiled("a+");
        var again = patterns.compiled("a+");
        IntStream.range(0, 2_000).forEach(number -> patterns.compiled("b" + number));

        assertThat(again).isSameAs(first);
        assertThat(patterns.compiled("a+")).isNotSameAs(first);
    }

    @Test
    void doesNotCompileAnewForEachEvent() {
        var condition = expressions.compile("event.title.matches('" + COSTLY + "')", ValueType.TRUTH);
        var facts = new Facts(diskFull(), List.of(contoso()), Setting.NONE);
        IntStream.range(0, 100).forEach(time -> condition.evaluate(facts));

        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        IntStream.range(0, 100).forEach(time -> condition.evaluate(facts));
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / 100;

        // Compiling this one takes some 50 KB.
        assertThat(each).isLessThan(10_000);
    }

    private boolean holds(String condition) {
        return expressions
                .compile(condition, ValueType.TRUTH)
                .evaluate(new Facts(diskFull(), List.of(contoso()), Setting.NONE))
                .equals(Outcome.YES);
    }
}
