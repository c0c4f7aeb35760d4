package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldCatalog;
import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Custom fields of tickets: written by id or by name, kept by id, unknown ones ignored. A field of type table has rows; an
 * array of rows takes the place of those that were there, unless {@code add_rows} or {@code dont_delete_rows} is set.
 */
final class CustomFields {

    private static final int CHECKBOX = 6;
    private static final int TABLE = 7;

    private final Tenant tenant;

    CustomFields(Tenant tenant) {
        this.tenant = tenant;
    }

    /** The values by id after an element was written. */
    Map<Integer, Object> merge(List<?> fields, Row before) {
        Map<Integer, Object> values = new HashMap<>(values(before));
        for (Object one : fields) {
            if (one instanceof Map<?, ?> field) {
                definition(field).ifPresent(definition -> write(definition, field, values));
            }
        }
        return Map.copyOf(values);
    }

    /** Every field with its value, as Halo shows them. */
    List<Map<String, Object>> show(Row ticket) {
        Map<Integer, Object> values = values(ticket);
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Row definition : tenant.list(Kind.CUSTOM_FIELD).all()) {
            Map<String, Object> field = definition.toMap();
            field.keySet()
                    .removeIf(name ->
                            FieldCatalog.halo().find("CustomField", name).isEmpty());
            Object value = values.get(definition.number("id"));
            if (value != null) {
                field.put("value", value);
                field.put("display", value instanceof List ? "" : value.toString());
            }
            fields.add(field);
        }
        return fields;
    }

    /** The value that an element gives to the field of this name. */
    Optional<Object> given(Map<String, Object> element, String name) {
        List<?> fields = element.get("customfields") instanceof List<?> list ? list : List.of();
        return fields.stream()
                .filter(one -> one instanceof Map<?, ?> field
                        && definition(field)
                                .filter(row -> row.text("name").equalsIgnoreCase(name))
                                .isPresent())
                .flatMap(one -> Optional.<Object>ofNullable(((Map<?, ?>) one).get("value")).stream())
                .findFirst();
    }

    private static Map<Integer, Object> values(Row ticket) {
        Map<Integer, Object> values = new HashMap<>();
        if (ticket.value("customfields") instanceof Map<?, ?> known) {
            known.forEach((id, value) -> values.put((Integer) id, value));
        }
        return values;
    }

    private static void write(Row definition, Map<?, ?> field, Map<Integer, Object> values) {
        int id = definition.number("id");
        if (definition.number("type") == TABLE) {
            Object rows = values.get(id);
            values.put(id, TableRows.write(rows instanceof List<?> list ? list : List.of(), field));
            return;
        }
        Object value = field.get("value");
        if (value != null) {
            read(definition, value).ifPresent(typed -> values.put(id, typed));
        }
    }

    private static Optional<Object> read(Row definition, Object value) {
        boolean text = definition.number("type") < 2;
        return definition.number("type") == CHECKBOX
                ? FieldType.FLAG.read(value)
                : text ? FieldType.TEXT.read(value) : Optional.of(value);
    }

    private Optional<Row> definition(Map<?, ?> field) {
        String id = String.valueOf(field.get("id"));
        if (id.matches("\\d{1,9}") && !id.equals("0")) {
            return tenant.list(Kind.CUSTOM_FIELD).find(Integer.parseInt(id));
        }
        return tenant.named(Kind.CUSTOM_FIELD, String.valueOf(field.get("name")).toLowerCase(Locale.ROOT));
    }
}
