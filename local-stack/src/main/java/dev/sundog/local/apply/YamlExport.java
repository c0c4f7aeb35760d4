package dev.sundog.local.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Configuration as YAML: the same configuration gives the same text, byte for byte, in an order in which it can be applied. What is
 * a default is left out, and so are secrets, versions and shadows.
 */
final class YamlExport {

    private static final YAMLMapper READABLE = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private static final YAMLMapper QUOTED = YAMLMapper.builder()
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private final List<String> documents = new ArrayList<>();

    /** Adds the objects of one kind, whatever order they are in. */
    void add(Kind kind, List<JsonNode> objects) {
        var form = CanonicalForm.readable(kind.schema());
        for (JsonNode object : sorted(objects)) {
            var document = JsonNodeFactory.instance.objectNode();
            document.put("kind", kind.word());
            document.set("id", object.path("id"));
            form.ofAnswer(object)
                    .properties()
                    .forEach(field -> document.set(field.getKey(), Variables.escaped(field.getValue())));
            documents.add(yaml(document));
        }
    }

    String text() {
        return String.join("---\n", documents);
    }

    /** Without quotes where that reads back as the same texts, with quotes otherwise: {@code 1:30} and others are no texts then. */
    private static String yaml(JsonNode document) {
        var readable = READABLE.writeValueAsString(document);
        // By its JSON: a number read anew is of another class than the same number elsewhere.
        return reads(readable).toString().equals(document.toString()) ? readable : QUOTED.writeValueAsString(document);
    }

    private static JsonNode reads(String yaml) {
        try {
            return READABLE.readTree(yaml);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static List<JsonNode> sorted(List<JsonNode> objects) {
        var byId = objects.stream().sorted(Comparator.comparing(YamlExport::id)).toList();
        return ApplyOrder.parentsFirst(byId, YamlExport::id, YamlExport::parent);
    }

    private static String id(JsonNode object) {
        return object.path("id").asString("");
    }

    private static String parent(JsonNode object) {
        return object.path("parentId").asString("");
    }
}
