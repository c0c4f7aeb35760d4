package dev.sundog.simulator.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records of named values. */
class RowTest {

    @Test
    void keepsItsValuesWhenAChangedOneIsMade() {
        Row first = Row.of("id", 1, "name", "one");

        Row second = first.with(Map.of("name", "two"));

        assertThat(first.toMap()).isEqualTo(Map.of("id", 1, "name", "one"));
        assertThat(second.toMap()).isEqualTo(Map.of("id", 1, "name", "two"));
    }

    @Test
    void addsNewValuesAtTheEnd() {
        Row row = Row.of("id", 1).with("name", "one").with(Map.of("id", 2)).with("colour", "red");

        assertThat(row.toMap().keySet()).containsExactly("id", "name", "colour");
        assertThat(row.number("id")).isEqualTo(2);
        assertThat(row.has("shape")).isFalse();
    }

    @Test
    void takesHundredsOfNames() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < 900; i++) {
            values.put("field" + i, i);
        }

        Row row = Row.of(values);

        assertThat(row.toMap()).isEqualTo(values);
        assertThat(values)
                .allSatisfy((name, value) -> assertThat(row.value(name)).isEqualTo(value));
    }

    @Test
    void findsANameThatIsNotTheSameObject() {
        assertThat(Row.of("id", 1).number(String.valueOf(new char[] {'i', 'd'})))
                .isEqualTo(1);
    }
}
