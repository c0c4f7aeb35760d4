package dev.sundog.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as the registry holds them. */
final class SchemaText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaText() {}

    /** The schema's text without {@code avro.java.string}, which generated classes carry and other languages have no use for. */
    static String withoutJavasMarks(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            strip(tree);
            // Once more through the parser: it writes a type that lost its only mark in the short form.
            return new Schema.Parser().parse(tree.toString()).toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a schema's text is not JSON", impossible);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("type").isTextual()) {
            object.remove("avro.java.string");
        }
        node.forEach(SchemaText::strip);
    }
}
