package dev.sundog.simulator.book;

import dev.sundog.simulator.book.TicketQuery.Field;
import dev.sundog.simulator.book.TicketQuery.Lookup;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tickets by the value of one field, and, of a field of numbers, the value of each ticket in a row of its own, which is
 * tried far faster than the tickets themselves. Not safe from several threads.
 */
final class FieldIndex {

    private final Field field;
    private final int firstId;
    private final Map<Object, Postings> values = new HashMap<>();
    private int[] column = {};

    FieldIndex(Field field, int firstId) {
        this.field = field;
        this.firstId = firstId;
    }

    boolean isSame(Row one, Row other) {
        return field.valueIn(one).equals(field.valueIn(other));
    }

    void add(int id, Row row) {
        Object value = field.valueIn(row);
        values.computeIfAbsent(value, _ -> new Postings()).add(id);
        if (value instanceof Integer number) {
            int place = id - firstId;
            if (place >= column.length) {
                column = Arrays.copyOf(column, Math.max(1024, Math.max(place + 1, column.length * 2)));
            }
            column[place] = number;
        }
    }

    void remove(int id, Row row) {
        values.computeIfPresent(field.valueIn(row), (_, postings) -> {
            postings.remove(id);
            return postings.size() == 0 ? null : postings;
        });
    }

    /** The tickets of each value that is wanted; no ticket is in two of them. */
    List<Postings> find(Lookup lookup) {
        return switch (lookup) {
            case Lookup.OneOf(var _, List<?> wanted) ->
                wanted.stream()
                        .flatMap(value -> Stream.ofNullable(values.get(value)))
                        .toList();
            case Lookup.NoneOf(var _, List<?> unwanted) ->
                values.entrySet().stream()
                        .filter(one -> !unwanted.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
            case Lookup.ChangedSince _ -> throw new IllegalArgumentException("not about a field");
        };
    }

    /** Those of the tickets that meet the condition; empty if that is not known here. The tickets must be live. */
    Optional<int[]> keep(int[] ids, Lookup lookup) {
        return switch (lookup) {
            case Lookup.OneOf(Field asked, List<?> wanted)
            when asked.number() -> Optional.of(keep(ids, numbers(wanted), true));
            case Lookup.NoneOf(Field asked, List<?> unwanted)
            when asked.number() -> Optional.of(keep(ids, numbers(unwanted), false));
            default -> Optional.empty();
        };
    }

    private int[] keep(int[] ids, int[] numbers, boolean wanted) {
        int[] kept = new int[ids.length];
        int count = 0;
        for (int id : ids) {
            int value = column[id - firstId];
            boolean among = false;
            for (int number : numbers) {
                among |= number == value;
            }
            if (among == wanted) {
                kept[count] = id;
                count++;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] numbers(List<?> values) {
        return values.stream().mapToInt(value -> (Integer) value).toArray();
    }
}
