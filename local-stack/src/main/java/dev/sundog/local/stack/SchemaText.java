package dev.sundog.local.stack;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Schemas as they are written by hand: what Avro's code generator for Java adds is taken out. */
final class SchemaText {

    private static final String HINT = "avro.java.string";

    private SchemaText() {}

    static JsonNode withoutJavaHints(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> array.add(withoutJavaHints(element)));
                yield array;
            }
            default -> node;
        };
    }

    private static JsonNode object(JsonNode node) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().stream()
                .filter(field -> !field.getKey().equals(HINT))
                .forEach(field -> copy.set(field.getKey(), withoutJavaHints(field.getValue())));
        boolean onlyType =
                node.has(HINT) && copy.size() == 1 && copy.path("type").isString();
        return onlyType ? copy.path("type") : copy;
    }
}
