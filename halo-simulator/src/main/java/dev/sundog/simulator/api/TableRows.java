package dev.sundog.simulator.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a custom field of type table: a row with a known id is changed, another one is added; {@code edit_customfields}
 * of a row changes single cells.
 */
final class TableRows {

    private TableRows() {}

    static List<Object> write(List<?> before, Map<?, ?> field) {
        List<?> given = field.get("value") instanceof List<?> list ? list : List.of();
        boolean keep = Boolean.TRUE.equals(field.get("add_rows"))
                || Boolean.TRUE.equals(field.get("dont_delete_rows"))
                || !(field.get("value") instanceof List);
        Map<Integer, Object> rows = new LinkedHashMap<>();
        before.forEach(row -> rows.put(id(row), row));
        int last = rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<Integer, Object> next = keep ? new LinkedHashMap<>(rows) : new LinkedHashMap<>();
        for (Object row : given) {
            int id = id(row) > 0 ? id(row) : ++last;
            next.put(id, merged(rows.get(id), row, id));
        }
        if (field.get("delete_these_rows") instanceof List<?> gone) {
            next.keySet().removeIf(gone::contains);
        }
        return List.copyOf(next.values());
    }

    private static Object merged(@Nullable Object before, Object row, int id) {
        Map<String, Object> merged = new LinkedHashMap<>();
        merged.put("id", id);
        for (Object source : Arrays.asList(before, row)) {
            if (source instanceof Map<?, ?> cells) {
                cells.forEach((name, value) -> merged.put(String.valueOf(name), value));
            }
        }
        Object edits = merged.remove("edit_customfields");
        if (edits instanceof List<?> list) {
            merged.put("customfields", edited(merged.get("customfields"), list));
        }
        merged.put("id", id);
        return merged;
    }

    private static List<Object> edited(@Nullable Object before, List<?> edits) {
        Map<Object, Object> cells = new LinkedHashMap<>();
        for (List<?> list : List.of(before instanceof List<?> known ? known : List.of(), edits)) {
            list.forEach(cell -> cells.put(key(cell), cell));
        }
        return List.copyOf(cells.values());
    }

    private static Object key(Object cell) {
        Map<?, ?> map = cell instanceof Map<?, ?> known ? known : Map.of();
        Object id = map.get("id");
        return id == null ? String.valueOf(map.get("name")) : id;
    }

    private static int id(Object row) {
        return row instanceof Map<?, ?> map && map.get("id") instanceof Integer number ? number : 0;
    }
}
