package dev.sundog.routing.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the contract from trees of texts, numbers, lists and maps, as parsers of JSON and YAML make them. Strict: what
 * is misspelt or of another type is a fault. A null counts as absent.
 */
final class AvroTrees {

    private final List<Parsed.Fault> faults = new ArrayList<>();

    private AvroTrees() {}

    /** The record, made of what the schema and its defaults say. */
    static <T extends SpecificRecord> Parsed<T> read(Class<T> type, Map<String, ?> tree) {
        var schema = SpecificData.get().getSchema(type);
        var trees = new AvroTrees();
        var record = trees.members(schema, tree, "");
        return trees.faults.isEmpty() ? new Parsed.Sound<>(specific(type, record)) : new Parsed.Faulty<>(trees.faults);
    }

    private GenericData.Record members(Schema schema, Object given, String at) {
        var record = new GenericData.Record(schema);
        if (!(given instanceof Map<?, ?> tree)) {
            wrong(at, "must be an object");
            return record;
        }
        for (var name : tree.keySet()) {
            if (schema.getField(String.valueOf(name)) == null) {
                var known = schema.getFields().stream().map(Schema.Field::name).toList();
                wrong(at + "/" + name, "is not known; known here: " + String.join(", ", known));
            }
        }
        for (var field : schema.getFields()) {
            var value = tree.get(field.name());
            var place = at + "/" + field.name();
            if (value != null) {
                record.put(field.pos(), value(field.schema(), value, place));
            } else if (field.hasDefaultValue()) {
                record.put(field.pos(), GenericData.get().getDefaultValue(field));
            } else {
                wrong(place, "is required");
            }
        }
        return record;
    }

    private @Nullable Object value(Schema schema, Object given, String at) {
        return switch (schema.getType()) {
            case UNION -> value(branch(schema), given, at);
            case RECORD -> members(schema, given, at);
            case ARRAY -> items(schema.getElementType(), given, at);
            case MAP -> entries(schema.getValueType(), given, at);
            case ENUM -> word(schema, given, at);
            case STRING -> given instanceof String ? given : wrong(at, "must be a text");
            case BOOLEAN -> given instanceof Boolean ? given : wrong(at, "must be true or false");
            case INT -> number(given, at) instanceof Long number ? (Object) number.intValue() : null;
            case LONG -> schema.getLogicalType() == null ? number(given, at) : moment(given, at);
            case BYTES -> amount((LogicalTypes.Decimal) schema.getLogicalType(), given, at);
            default -> throw new IllegalStateException("no field of the contract is a " + schema.getType());
        };
    }

    private List<@Nullable Object> items(Schema schema, Object given, String at) {
        var read = new ArrayList<@Nullable Object>();
        if (!(given instanceof List<?> list)) {
            wrong(at, "must be a list");
            return read;
        }
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            read.add(item == null ? wrong(at + "/" + i, "must not be null") : value(schema, item, at + "/" + i));
        }
        return read;
    }

    private Map<String, @Nullable Object> entries(Schema schema, Object given, String at) {
        var read = new LinkedHashMap<String, @Nullable Object>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    read.put(String.valueOf(key), value(schema, value, at + "/" + key));
                }
            });
        } else {
            wrong(at, "must be an object");
        }
        return read;
    }

    private @Nullable Object word(Schema schema, Object given, String at) {
        return given instanceof String text && schema.getEnumSymbols().contains(text)
                ? new GenericData.EnumSymbol(schema, text)
                : wrong(at, "must be one of " + String.join(", ", schema.getEnumSymbols()));
    }

    private @Nullable Object number(Object given, String at) {
        try {
            return given instanceof Number ? (Object) new BigDecimal(given.toString()).longValueExact() : notWhole(at);
        } catch (ArithmeticException | NumberFormatException e) {
            return notWhole(at);
        }
    }

    private @Nullable Object notWhole(String at) {
        return wrong(at, "must be a whole number");
    }

    private @Nullable Object moment(Object given, String at) {
        try {
            return given instanceof String text
                    ? (Object) OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : wrong(at, "must be a text like 2026-11-21T20:00:00Z");
        } catch (DateTimeException e) {
            return wrong(at, "must be a moment like 2026-11-21T20:00:00Z");
        }
    }

    private @Nullable Object amount(LogicalTypes.Decimal type, Object given, String at) {
        try {
            var text = given.toString();
            var amount = text.length() > 40
                    ? null
                    : new BigDecimal(text).setScale(type.getScale(), RoundingMode.UNNECESSARY);
            return amount == null || amount.precision() > type.getPrecision()
                    ? wrong(at, "is too long a number")
                    : ByteBuffer.wrap(amount.unscaledValue().toByteArray());
        } catch (ArithmeticException | NumberFormatException e) {
            return wrong(at, "must be a number with at most " + type.getScale() + " decimals");
        }
    }

    private @Nullable Object wrong(String at, String detail) {
        faults.add(new Parsed.Fault(at, detail));
        return null;
    }

    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    // By way of bytes: so the generated class converts moments and amounts itself, as it does with a record from a
    // topic.
    private static <T extends SpecificRecord> T specific(Class<T> type, GenericData.Record record) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericData.Record>(record.getSchema()).write(record, encoder);
            encoder.flush();
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return new SpecificDatumReader<>(type).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
