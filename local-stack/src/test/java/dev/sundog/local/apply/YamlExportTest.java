package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is exported reads back as it was, whatever the texts are. */
class YamlExportTest {

    /** Texts that mean something else to YAML, or to us, when they are not written with care. */
    private static final List<String> ODD = List.of(
            "22",
            "007",
            "1e3",
            "0x1F",
            "1_000",
            ".5",
            "+1",
            "-0",
            "1:30",
            "12:30:45",
            "0b11",
            "0o17",
            ".inf",
            ".NaN",
            "true",
            "True",
            "yes",
            "No",
            "on",
            "off",
            "y",
            "n",
            "null",
            "Null",
            "~",
            "",
            " ",
            "=",
            "<<",
            "-",
            "- a",
            "?",
            "? a",
            ":",
            "a: b",
            "a:",
            "a #b",
            "#b",
            "&a",
            "*a",
            "!a",
            "!!str a",
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "'a'",
            "\"a\"",
            "{a}",
            "[a]",
            "a, b",
            "---",
            "...",
            "--- a",
            "2026-12-01",
            "2026-12-01T00:00:00Z",
            " a",
            "a ",
            "\ta",
            "a\t",
            "a\nb",
            "a\n",
            "a\n\n",
            "\na",
            "\n",
            "  a\n b\n",
            "a \nb",
            "a\r\nb",
            "a\rb",
            "a\u0085b",
            "a\u2028b",
            "\ufeffa",
            "\ud83d\ude00",
            "\\",
            "\\n",
            "${A}",
            "$${A}",
            "$$${A}",
            "${A:-b}",
            "$",
            "$$",
            "${",
            "{{title}}",
            "event.labels['a'] == \"b\" && c",
            "x".repeat(300),
            ("word ").repeat(60));

    @TempDir
    Path folder;

    @Test
    void keepsEveryOddText() throws IOException {
        assertThat(ODD).allSatisfy(text -> assertThat(again(policy(text))).isEqualTo(policy(text)));
    }

    @RepeatedTest(50)
    void keepsAnyText(RepetitionInfo round) throws IOException {
        var random = new Random(round.getCurrentRepetition());
        var text = random.ints(random.nextInt(1, 6), 0, ODD.size())
                .mapToObj(ODD::get)
                .collect(Collectors.joining(random.nextBoolean() ? "" : "\n"));

        assertThat(again(policy(text)))
                .as("seed " + round.getCurrentRepetition())
                .isEqualTo(policy(text));
    }

    private static ObjectNode policy(String text) {
        var policy = JsonNodeFactory.instance.objectNode();
        policy.put("tenantId", "acme");
        if (!text.isEmpty()) {
            policy.put("name", text);
        }
        var rule = policy.putArray("rules").addObject();
        rule.put("id", "r");
        rule.put("name", text.isEmpty() ? "n" : text);
        rule.put("when", "a");
        if (!text.isEmpty()) {
            rule.putObject("then").putArray("categories").add(text).add("b");
            policy.putObject("lookups").putObject(text).put(text, text);
        }
        return policy;
    }

    /** Exports the policy, reads the file as apply does, and compares as apply does. */
    private JsonNode again(ObjectNode policy) throws IOException {
        var stored = policy.deepCopy();
        stored.put("id", "p");
        var export = new YamlExport();
        export.add(Kind.POLICY, List.of(stored));
        var file = Files.writeString(folder.resolve("again.yaml"), export.text());
        var read = new ArrayList<>(new YamlManifests(_ -> Optional.empty()).read(file));
        assertThat(read).as(export.text()).hasSize(1);
        return read.getFirst().fields();
    }
}
