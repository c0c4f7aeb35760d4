package dev.sundog.console.configuration;

import static dev.sundog.console.problem.FieldErrors.pointer;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.Organization;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.Silence;
import dev.sundog.console.problem.FieldErrors;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Holds a document to the schema it is published with, so that the two cannot drift apart. */
final class AvroDocumentReader implements DocumentReader {

    /** What answers hold besides the schema's fields; a caller may send an answer back. */
    private static final Set<String> READ_ONLY = Set.of("version", "clientSecretSet", "kind");

    /** A caller may leave it out: the stored one stays. */
    private static final Set<String> MAY_BE_KEPT = Set.of("clientSecret");

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LIST = 1_000;

    @Override
    public Document read(Kind kind, Map<String, ?> given, FieldErrors errors) {
        var schema = schema(kind);
        var sent = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            if (!READ_ONLY.contains(name)) {
                sent.put(name, value);
            }
        });
        if (given.get("kind") != null && !kind.documentKind().equals(given.get("kind"))) {
            errors.add("/kind", "must be " + kind.documentKind() + " here");
        }
        return new Document(members(schema, sent, "", errors));
    }

    private static Schema schema(Kind kind) {
        return switch (kind) {
            case CONNECTION -> Connection.SCHEMA$;
            case ORGANIZATION -> Organization.SCHEMA$;
            case POLICY -> Policy.SCHEMA$;
            case SILENCE -> Silence.SCHEMA$;
        };
    }

    private static @Nullable Object value(Schema schema, Object given, String at, FieldErrors errors) {
        return switch (schema.getType()) {
            case UNION -> value(branch(schema), given, at, errors);
            case RECORD -> members(schema, given, at, errors);
            case ARRAY -> items(schema.getElementType(), given, at, errors);
            case MAP -> entries(schema.getValueType(), given, at, errors);
            case ENUM -> word(schema, given, at, errors);
            case STRING -> text(given, at, errors);
            case BOOLEAN -> given instanceof Boolean ? given : wrong(at, "must be true or false", errors);
            case INT -> number(given, at, Integer.MIN_VALUE, Integer.MAX_VALUE, errors);
            case LONG ->
                schema.getLogicalType() == null
                        ? number(given, at, Long.MIN_VALUE, Long.MAX_VALUE, errors)
                        : moment(given, at, errors);
            default -> throw new IllegalStateException("no configuration field is a " + schema.getType());
        };
    }

    private static Map<String, Object> members(Schema schema, Object given, String at, FieldErrors errors) {
        var read = new LinkedHashMap<String, Object>();
        if (!(given instanceof Map<?, ?> sent)) {
            errors.add(at, "must be an object");
            return read;
        }
        for (var name : sent.keySet()) {
            if (schema.getField(String.valueOf(name)) == null) {
                errors.add(pointer(at, name), "is not known; known here: " + names(schema));
            }
        }
        for (var field : schema.getFields()) {
            if (field.name().equals("version") && at.isEmpty()) {
                continue;
            }
            var value = sent.get(field.name());
            if (value != null) {
                keep(read, field.name(), value(field.schema(), value, pointer(at, field.name()), errors));
            } else if (field.hasDefaultValue()) {
                keep(read, field.name(), plain(field));
            } else if (!MAY_BE_KEPT.contains(field.name())) {
                errors.add(pointer(at, field.name()), "is required");
            }
        }
        return read;
    }

    private static void keep(Map<String, Object> read, String name, @Nullable Object value) {
        if (value != null) {
            read.put(name, value);
        }
    }

    private static @Nullable Object plain(Schema.Field field) {
        return switch (field.defaultVal()) {
            case JsonProperties.Null _ -> null;
            case Integer number -> number.longValue();
            case Object other -> other;
        };
    }

    private static List<Object> items(Schema schema, Object given, String at, FieldErrors errors) {
        var read = new ArrayList<Object>();
        if (!(given instanceof List<?> sent)) {
            errors.add(at, "must be a list");
            return read;
        }
        errors.require(sent.size() <= LONGEST_LIST, at, "must have at most " + LONGEST_LIST + " members");
        for (int i = 0; i < Math.min(sent.size(), LONGEST_LIST); i++) {
            var value = sent.get(i);
            var item = value == null ? wrong(pointer(at, i), "must not be null", errors) : value;
            var kept = item == null ? null : value(schema, item, pointer(at, i), errors);
            if (kept != null) {
                read.add(kept);
            }
        }
        return read;
    }

    private static Map<String, Object> entries(Schema schema, Object given, String at, FieldErrors errors) {
        var read = new LinkedHashMap<String, Object>();
        if (!(given instanceof Map<?, ?> sent)) {
            errors.add(at, "must be an object");
            return read;
        }
        sent.forEach((key, value) -> {
            if (value != null) {
                keep(read, String.valueOf(key), value(schema, value, pointer(at, key), errors));
            }
        });
        return read;
    }

    private static @Nullable Object word(Schema schema, Object given, String at, FieldErrors errors) {
        if (given instanceof String text && schema.getEnumSymbols().contains(text)) {
            return text;
        }
        var allowed = "allowed: " + String.join(", ", schema.getEnumSymbols());
        return wrong(at, (given instanceof String ? "is not known; " : "must be a text; ") + allowed, errors);
    }

    private static @Nullable Object text(Object given, String at, FieldErrors errors) {
        if (!(given instanceof String text)) {
            return wrong(at, "must be a text", errors);
        }
        if (text.length() > LONGEST_TEXT) {
            return wrong(at, "must have at most " + LONGEST_TEXT + " characters", errors);
        }
        var control = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        return control ? wrong(at, "must not hold control characters", errors) : text;
    }

    private static @Nullable Object number(Object given, String at, long least, long most, FieldErrors errors) {
        if (given instanceof Integer || given instanceof Long || given instanceof BigInteger) {
            var number = new BigInteger(given.toString());
            if (number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0) {
                return number.longValueExact();
            }
        }
        return wrong(at, "must be a whole number from " + least + " to " + most, errors);
    }

    private static @Nullable Object moment(Object given, String at, FieldErrors errors) {
        try {
            return given instanceof String text
                    ? Instant.parse(text).toString()
                    : wrong(at, "must be a text like 2026-11-21T20:00:00Z", errors);
        } catch (DateTimeException e) {
            return wrong(at, "must be a moment like 2026-11-21T20:00:00Z", errors);
        }
    }

    private static @Nullable Object wrong(String at, String detail, FieldErrors errors) {
        errors.add(at, detail);
        return null;
    }

    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static String names(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).collect(Collectors.joining(", "));
    }
}
