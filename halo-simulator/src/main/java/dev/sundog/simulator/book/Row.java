package dev.sundog.simulator.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of named values. Cannot be changed, so that readers need no lock; small, so that 100,000 fit in memory. */
public final class Row {

    private static final Row NOTHING = new Row(new Object[0]);

    /** Name, value, name, value, … */
    private final Object[] cells;

    private Row(Object[] cells) {
        this.cells = cells;
    }

    public static Row of(Map<String, ?> values) {
        return NOTHING.with(values);
    }

    /** A row of names and values in turn. */
    public static Row of(Object... cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            values.put((String) cells[i], cells[i + 1]);
        }
        return of(values);
    }

    /** This row with those values in place of its own. */
    public Row with(Map<String, ?> changes) {
        List<Object> next = new ArrayList<>(cells.length + 2 * changes.size());
        for (int i = 0; i < cells.length; i += 2) {
            if (!changes.containsKey((String) cells[i])) {
                next.add(cells[i]);
                next.add(cells[i + 1]);
            }
        }
        changes.forEach((name, value) -> {
            next.add(name.intern());
            next.add(value);
        });
        return new Row(next.toArray());
    }

    public Row with(String name, Object value) {
        return with(Map.of(name, value));
    }

    public @Nullable Object value(String name) {
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i].equals(name)) {
                return cells[i + 1];
            }
        }
        return null;
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /** The number, or 0. */
    public int number(String name) {
        return value(name) instanceof Number number ? number.intValue() : 0;
    }

    /** The text, or the empty one. */
    public String text(String name) {
        return value(name) instanceof String text ? text : "";
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    public Optional<Object> find(String name) {
        return Optional.ofNullable(value(name));
    }

    /** A map of its own, in the order of the cells. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = LinkedHashMap.newLinkedHashMap(cells.length / 2 + 16);
        for (int i = 0; i < cells.length; i += 2) {
            map.put((String) cells[i], cells[i + 1]);
        }
        return map;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
