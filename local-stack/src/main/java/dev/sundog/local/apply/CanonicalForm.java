package dev.sundog.local.apply;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Brings configuration into the form in which equal things look equal: what is absent, null, empty or the default counts the
 * same, and so do two ways to write one number or moment.
 */
final class CanonicalForm {

    private static final Set<String> NOT_COMPARED =
            Set.of("id", "version", "clientSecret", "clientSecretSet", "shadow");

    private final Schema schema;
    private final boolean momentsAsNumbers;
    private final boolean keepsUnknown;

    CanonicalForm(Schema schema) {
        this(schema, true, false);
    }

    private CanonicalForm(Schema schema, boolean momentsAsNumbers, boolean keepsUnknown) {
        this.schema = schema;
        this.momentsAsNumbers = momentsAsNumbers;
        this.keepsUnknown = keepsUnknown;
    }

    /** The form for people: moments stay the texts that they are. */
    static CanonicalForm readable(Schema schema) {
        return new CanonicalForm(schema, false, false);
    }

    /** Of a document: fields that the contract does not know stay, wherever they stand, so that the console is asked about them. */
    JsonNode ofDocument(JsonNode document) {
        return new CanonicalForm(schema, momentsAsNumbers, true).form(schema, document);
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
                if (!value.isArray()) {
                    yield value;
                }
                var array = JsonNodeFactory.instance.arrayNode();
                value.forEach(element -> array.add(form(schema.getElementType(), element)));
                yield array;
            }
            case MAP -> {
                if (!value.isObject()) {
                    yield value;
                }
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
        if (!value.isObject()) {
            // No record at all: shown as it is, so that the console says so.
            return value;
        }
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
        value.properties().stream()
                .filter(field -> keepsUnknown && schema.getField(field.getKey()) == null)
                .filter(field -> !isTop(schema) || !NOT_COMPARED.contains(field.getKey()))
                .forEach(field -> form.set(field.getKey(), field.getValue()));
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
