package dev.sundog.simulator.api;

import dev.sundog.simulator.exchange.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which part of a list is wanted. Paging is honoured only with both {@code pageinate=true} and {@code page_no};
 * otherwise the first {@code count}, or the first 50.
 */
record Paging(int page, int size) {

    private static final int USUAL = 50;

    static Paging of(Call call, int largest) {
        if (wanted(call)) {
            int size = number(call, "page_size", USUAL);
            return new Paging(Math.max(1, number(call, "page_no", 1)), Math.clamp(size, 1, largest));
        }
        return new Paging(1, Math.max(0, number(call, "count", USUAL)));
    }

    /** Whether the query asks for a page in the only way that counts. */
    static boolean wanted(Call call) {
        return call.flag("pageinate") && call.parameter("page_no").isPresent();
    }

    /** The envelope: one page of the rows, and how many there are in all. */
    <T> Map<String, Object> envelope(String key, Stream<T> all, Function<T, Map<String, Object>> shape) {
        List<Object> rows = new ArrayList<>();
        long first = skipped();
        long count = 0;
        for (Iterator<T> each = all.iterator(); each.hasNext(); count++) {
            T one = each.next();
            if (count >= first && count < first + size) {
                rows.add(shape.apply(one));
            }
        }
        return envelope(key, count, rows);
    }

    /** The envelope of a page that was cut out already. */
    Map<String, Object> envelope(String key, long count, List<?> rows) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("page_no", page);
        envelope.put("page_size", size);
        envelope.put("record_count", count);
        envelope.put(key, rows);
        return envelope;
    }

    /** How many come before the page. */
    long skipped() {
        return (page - 1L) * size;
    }

    static int number(Call call, String name, int otherwise) {
        return call.parameter(name)
                .filter(value -> !value.isBlank())
                .map(value -> number(name, value))
                .orElse(otherwise);
    }

    /** Numbers separated by commas. */
    static List<Integer> numbers(String name, String value) {
        return Arrays.stream(value.split(",", -1))
                .filter(one -> !one.isBlank())
                .map(one -> number(name, one))
                .toList();
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException _) {
            throw RefusedException.parameter(name, value);
        }
    }
}
