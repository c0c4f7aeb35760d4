package dev.sundog.simulator.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of named values. Cannot be changed, so that readers need no lock; small, so that 100,000 fit in memory. */
public final class Row {

    private static final Row NOTHING = new Row(Shape.EMPTY, new Object[0]);

    private final Shape shape;
    private final Object[] values;

    private Row(Shape shape, Object[] values) {
        this.shape = shape;
        this.values = values;
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

    /** This row with those values in place of its own; new ones at the end. */
    public Row with(Map<String, ?> changes) {
        Object[] next = Arrays.copyOf(values, values.length + changes.size());
        List<String> added = new ArrayList<>();
        changes.forEach((name, value) -> {
            int place = shape.place(name);
            if (place < 0) {
                added.add(name);
                place = values.length + added.size() - 1;
            }
            next[place] = value;
        });
        if (added.isEmpty()) {
            return new Row(shape, Arrays.copyOf(next, values.length));
        }
        List<String> names = new ArrayList<>(shape.names());
        names.addAll(added);
        return new Row(Shape.of(names), Arrays.copyOf(next, names.size()));
    }

    public Row with(String name, Object value) {
        return with(Map.of(name, value));
    }

    public @Nullable Object value(String name) {
        int place = shape.place(name);
        return place < 0 ? null : values[place];
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
        Map<String, Object> map = LinkedHashMap.newLinkedHashMap(values.length + 16);
        for (int i = 0; i < values.length; i++) {
            map.put(shape.name(i), values[i]);
        }
        return map;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
