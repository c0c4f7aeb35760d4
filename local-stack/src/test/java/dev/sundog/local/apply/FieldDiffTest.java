package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FieldDiffTest {

    @Test
    void saysNothingOfWhatIsTheSame() {
        assertThat(between("{'a': {'b': [1, 2]}}", "{'a': {'b': [1, 2]}}")).isEmpty();
    }

    @Test
    void namesEachPlaceByItsPointer() {
        assertThat(between("{'team': 'a', 'x/y': 1, 'gone': true}", "{'team': 'b', 'x/y': 2, 'new': [1]}"))
                .containsExactly("- /gone: true", "+ /new: [1]", "~ /team: \"a\" -> \"b\"", "~ /x~1y: 1 -> 2");
    }

    @Test
    void tellsRulesApartByTheirIds() {
        assertThat(between(
                        "{'rules': [{'id': 'a', 'when': 'x'}, {'id': 'b'}]}",
                        "{'rules': [{'id': 'n'}, {'id': 'a', 'when': 'y'}]}"))
                .containsExactly(
                        "- /rules/1 (b): {\"id\":\"b\"}",
                        "+ /rules/0 (n): {\"id\":\"n\"}",
                        "~ /rules/1/when: \"x\" -> \"y\"");
    }

    @Test
    void saysThatRulesChangedTheirOrder() {
        assertThat(between("{'rules': [{'id': 'a'}, {'id': 'b'}]}", "{'rules': [{'id': 'b'}, {'id': 'a'}]}"))
                .containsExactly("~ /rules: order a, b -> b, a");
    }

    @Test
    void comparesListsWithoutIdsPlaceByPlace() {
        assertThat(between("{'list': ['a', 'b']}", "{'list': ['a', 'c', 'd']}"))
                .containsExactly("~ /list/1: \"b\" -> \"c\"", "+ /list/2: \"d\"");
    }

    @Test
    void showsNoSecretThatStandsInAWrongPlace() {
        assertThat(between("{}", "{'clientSecret': 'hush', 'apiKey': 'hush', 'password': 'hush', 'team': 'x'}"))
                .containsExactly(
                        "+ /apiKey: (not shown)",
                        "+ /clientSecret: (not shown)",
                        "+ /password: (not shown)",
                        "+ /team: \"x\"");
    }

    private static List<String> between(String before, String after) {
        var json = JsonMapper.shared();
        return FieldDiff.between(json.readTree(before.replace('\'', '"')), json.readTree(after.replace('\'', '"')));
    }
}
