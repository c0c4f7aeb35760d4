package dev.sundog.console.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageQueryTest {

    @Test
    void beginsAtTheFirstPageOfFifty() {
        var query = PageQuery.of(Map.of("state", "OPEN"), List.of("state"));

        assertThat(query.wanted()).isEqualTo(new Page.Wanted(0, 50));
        assertThat(query.filter()).containsExactly(Map.entry("state", "OPEN"));
    }

    @ParameterizedTest
    @CsvSource({"page,-1", "page,x", "page,100001", "size,0", "size,501", "size,1.5", "size,''"})
    void refusesWhatIsOutOfBoundsAndNamesIt(String name, String value) {
        assertThatThrownBy(() -> PageQuery.of(Map.of(name, value), List.of()))
                .isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).errors(), InstanceOfAssertFactories.LIST)
                .singleElement()
                .isInstanceOfSatisfying(
                        FieldError.class, error -> assertThat(error.pointer()).isEqualTo("/" + name));
    }

    @Test
    void refusesAFieldThatNobodyKnowsRatherThanShowAll() {
        assertThatThrownBy(() -> PageQuery.of(Map.of("tenant", "acme"), List.of("tenantId")))
                .isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).errors(), InstanceOfAssertFactories.LIST)
                .containsExactly(new FieldError("/tenant", "is not known; known here: page, size, tenantId"));
    }

    @Test
    void cutsAPageOutOfAWhole() {
        var all = IntStream.range(0, 25).boxed().toList();

        var last = Page.cut(all, new Page.Wanted(2, 10));

        assertThat(last.items()).containsExactly(20, 21, 22, 23, 24);
        assertThat(last.total()).isEqualTo(25);
        assertThat(Page.cut(all, new Page.Wanted(100_000, 500)).items()).isEmpty();
    }
}
