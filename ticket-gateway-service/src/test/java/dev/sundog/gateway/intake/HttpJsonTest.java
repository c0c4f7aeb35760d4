package dev.sundog.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sundog.gateway.intake.JsonBody.Item;
import dev.sundog.gateway.intake.JsonBody.Many;
import dev.sundog.gateway.intake.JsonBody.One;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.ProblemType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpJsonTest {

    private final HttpJson json = new HttpJson(3);

    @Test
    void readsEverySortOfValue() {
        var body = (One) parse("{\"a\":[1,2.50,true,false,null,\"ü\"],\"b\":{\"c\":{}}}");

        assertThat(body.item().value())
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(new BigDecimal("1"), new BigDecimal("2.50"), true, false, null, "ü"),
                        "b",
                        Map.of("c", Map.of())));
    }

    @Test
    void measuresEachItemOfAnArrayInBytes() {
        var body = (Many) parse("[ {\"a\":\"üü\"} , {} , 7 ]");

        assertThat(body.items()).extracting(Item::bytes).containsExactly(12L, 2L, 1L);
        assertThat(body.items())
                .extracting(Item::value)
                .containsExactly(Map.of("a", "üü"), Map.of(), new BigDecimal(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "[1", "{} {}", "{\"a\":1,\"a\":2}", "{a:1}", "[1,]", "NaN", "<xml/>"})
    void refusesWhatIsNotStrictlyJson(String text) {
        assertThat(problem(text)).isEqualTo(ProblemType.MALFORMED_JSON);
    }

    @Test
    void refusesEndlessDepthAndLength() {
        assertThat(problem("[".repeat(10_000))).isEqualTo(ProblemType.MALFORMED_JSON);
        assertThat(problem("[1,2,3,4]")).isEqualTo(ProblemType.TOO_MANY_EVENTS);
        assertThat(((Many) parse("[1,2,3]")).items()).hasSize(3);
        assertThat(parse("[]")).isEqualTo(new Many(List.of()));
    }

    private JsonBody parse(String text) {
        return json.parse(text.getBytes(UTF_8));
    }

    private ProblemType problem(String text) {
        return catchThrowableOfType(HttpProblemException.class, () -> parse(text))
                .problem()
                .type();
    }
}
