package dev.sundog.local.apply;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings configuration into the form in which equal things look equal: what is absent, null, empty or the default counts the
 * same, and so do two ways to write one number or moment.
 */
final class CanonicalForm {

    private static final Set<String> NOT_COMPARED = Set.of("id", "version", "clientSecret", "shadow");

    private final Schema schema;
    private final boolean momentsAsNumbers;

    CanonicalForm(Schema schema) {
        this(schema, true);
    }

    private CanonicalForm(Schema schema, boolean momentsAsNumbers) {
        this.schema = schema;
        this.momentsAsNumbers = momentsAsNumbers;
    }

    /** The form for people: moments stay the texts that they are. */
    static CanonicalForm readable(Schema schema) {
        return new CanonicalForm(schema, false);
    }

    /** Of a document: fields that the contract does not know stay, so that the console is asked about them. */
    JsonNode ofDocument(JsonNode document) {
        ObjectNode form = (ObjectNode) form(schema, document);
        document.properties().stream()
                .filter(field -> schema.getField(field.getKey()) == null)
                .forEach(field -> form.set(field.getKey(), field.getValue()));
        return form;
    }

    /** Of what the console answers: fields that the contract does not know are not compared. */
    JsonNode ofAnswer(JsonNode answer) {
        return form(schema, answer);
    }

    private JsonNode form(Schema schema, JsonNode value) {
        return switch (schema.getType()) {
            case UNION -> form(branch(schema), value);
            case RECORD -> record(schema, value);
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                value.forEach(element -> array.add(form(schema.getElementType(), element)));
                yield array;
            }
            case MAP -> {
                var map = JsonNodeFactory.instance.objectNode();
                value.properties()
                        .forEach(entry -> map.set(entry.getKey(), form(schema.getValueType(), entry.getValue())));
                yield map;
            }
            case LONG, INT -> number(schema, value);
            default -> value;
        };
    }

    private JsonNode record(Schema schema, JsonNode value) {
        var form = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : schema.getFields()) {
            JsonNode given = value.path(field.name());
            if (given.isMissingNode() || given.isNull() || (isTop(schema) && NOT_COMPARED.contains(field.name()))) {
                continue;
            }
            JsonNode part = form(field.schema(), given);
            if (!isEmpty(part) && !isDefault(field, part)) {
                form.set(field.name(), part);
            }
        }
        return form;
    }

    private static boolean isTop(Schema schema) {
        return schema.getField("version") != null;
    }

    private static boolean isEmpty(JsonNode part) {
        return part.isContainer() && part.isEmpty();
    }

    private static boolean isDefault(Schema.Field field, JsonNode part) {
        Object otherwise = field.hasDefaultValue() ? field.defaultVal() : JsonProperties.NULL_VALUE;
        return part.isValueNode() && part.asString().equals(String.valueOf(otherwise));
    }

    private JsonNode number(Schema schema, JsonNode value) {
        boolean moment = schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
        if (moment && value.isString() && momentsAsNumbers) {
            try {
                return JsonNodeFactory.instance.numberNode(
                        Instant.parse(value.asString()).toEpochMilli());
            } catch (DateTimeException _) {
                return value;
            }
        }
        return value.isIntegralNumber() ? JsonNodeFactory.instance.numberNode(value.asLong()) : value;
    }

    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
