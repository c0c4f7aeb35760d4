package dev.sundog.local.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Configuration as YAML: the same configuration gives the same text, byte for byte, in an order in which it can be applied. What is
 * a default is left out, and so are secrets, versions and shadows.
 */
final class YamlExport {

    /** What others point at comes first. */
    static final List<Kind> ORDER = Stream.concat(
                    Stream.of(Kind.POLICY, Kind.CONNECTION, Kind.ORGANIZATION), Stream.of(Kind.values()))
            .distinct()
            .toList();

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private final List<String> documents = new ArrayList<>();

    /** Adds the objects of one kind, whatever order they are in. */
    void add(Kind kind, List<JsonNode> objects) {
        var form = CanonicalForm.readable(kind.schema());
        for (JsonNode object : parentsFirst(objects)) {
            var document = JsonNodeFactory.instance.objectNode();
            document.put("kind", kind.word());
            document.set("id", object.path("id"));
            form.ofAnswer(object).properties().forEach(field -> document.set(field.getKey(), field.getValue()));
            documents.add(YAML.writeValueAsString(document));
        }
    }

    String text() {
        return String.join("---\n", documents);
    }

    private static List<JsonNode> parentsFirst(List<JsonNode> objects) {
        var waiting = new ArrayList<>(objects);
        waiting.sort(Comparator.comparing(YamlExport::id));
        var ordered = new ArrayList<JsonNode>();
        Set<String> there = new HashSet<>();
        Set<String> known = new HashSet<>();
        waiting.forEach(it -> known.add(id(it)));
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(it -> there.contains(parent(it)) || !known.contains(parent(it)))
                    .findFirst()
                    // Parents in a circle, which no console takes: in the order of their ids.
                    .orElse(waiting.getFirst());
            waiting.remove(Objects.requireNonNull(next));
            there.add(id(next));
            ordered.add(next);
        }
        return ordered;
    }

    private static String id(JsonNode object) {
        return object.path("id").asString("");
    }

    private static String parent(JsonNode object) {
        return object.path("parentId").asString("");
    }
}
