package dev.sundog.simulator.book;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of a row's cells, shared by all rows that have the same, so that a row itself is no more than its values.
 * Cannot be changed.
 */
final class Shape {

    static final Shape EMPTY = new Shape(new String[0]);

    /** Callers choose the names, so this must not grow without end; beyond it a row has a shape of its own. */
    private static final int MOST_SHARED = 4096;

    private static final Map<List<String>, Shape> SHARED = new ConcurrentHashMap<>();

    private final String[] names;

    /** Open addressing by hash; an entry is the place plus one. */
    private final char[] table;

    private Shape(String[] names) {
        this.names = names;
        this.table = new char[Math.max(2, Integer.highestOneBit(names.length * 4 - 1))];
        for (int i = 0; i < names.length; i++) {
            table[slot(names[i])] = (char) (i + 1);
        }
    }

    static Shape of(List<String> names) {
        Shape shared = SHARED.get(names);
        if (shared != null) {
            return shared;
        }
        Shape shape = new Shape(names.stream().map(String::intern).toArray(String[]::new));
        if (SHARED.size() < MOST_SHARED) {
            SHARED.put(List.of(shape.names), shape);
        }
        return shape;
    }

    int size() {
        return names.length;
    }

    String name(int place) {
        return names[place];
    }

    /** The place of a name, or -1. */
    int place(String name) {
        return table[slot(name)] - 1;
    }

    List<String> names() {
        return Arrays.asList(names);
    }

    private int slot(String name) {
        int mask = table.length - 1;
        int slot = ((name.hashCode() * 0x9E3779B9) >>> 16) & mask;
        while (table[slot] != 0 && !names[table[slot] - 1].equals(name)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
