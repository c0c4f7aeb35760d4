package dev.sundog.console.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Makes the published record of a configuration object from its document. */
final class AvroConfigurationRecord {

    private AvroConfigurationRecord() {}

    /** The record; a field that the document lacks gets its default. */
    static GenericRecord of(Schema schema, Map<?, ?> document) {
        var made = new GenericData.Record(schema);
        for (var field : schema.getFields()) {
            var given = document.get(field.name());
            made.put(
                    field.pos(),
                    given == null ? GenericData.get().getDefaultValue(field) : value(field.schema(), given));
        }
        return made;
    }

    private static @Nullable Object value(Schema schema, Object given) {
        return switch (schema.getType()) {
            case UNION -> value(branch(schema), given);
            case RECORD -> of(schema, (Map<?, ?>) given);
            case ARRAY ->
                ((List<?>) given)
                        .stream()
                                .map(item -> value(schema.getElementType(), item))
                                .toList();
            case MAP -> entries(schema.getValueType(), (Map<?, ?>) given);
            case ENUM -> new GenericData.EnumSymbol(schema, given);
            case INT -> ((Number) given).intValue();
            case LONG ->
                given instanceof Number number
                        ? number.longValue()
                        : Instant.parse(given.toString()).toEpochMilli();
            default -> given;
        };
    }

    private static Map<String, Object> entries(Schema schema, Map<?, ?> given) {
        var made = new LinkedHashMap<String, Object>();
        given.forEach((key, value) -> made.put(String.valueOf(key), value(schema, value)));
        return made;
    }

    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
