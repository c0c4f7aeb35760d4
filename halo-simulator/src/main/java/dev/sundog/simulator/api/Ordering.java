package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code order} to {@code order5} and {@code orderdesc} to {@code orderdesc5}. */
final class Ordering {

    private static final List<String> SUFFIXES = List.of("", "2", "3", "4", "5");

    private Ordering() {}

    /** The order that is asked for, if any; equal rows stay as they are. */
    static <T> Optional<Comparator<T>> of(Call call, Function<T, Row> row) {
        return SUFFIXES.stream()
                .filter(suffix ->
                        !call.query().getOrDefault("order" + suffix, "").isBlank())
                .map(suffix -> Ordering.<T>one(
                        call.query().getOrDefault("order" + suffix, ""), call.flag("orderdesc" + suffix), row))
                .reduce(Comparator::thenComparing);
    }

    private static <T> Comparator<T> one(String field, boolean descending, Function<T, Row> row) {
        String name = field.strip().toLowerCase(Locale.ROOT);
        Comparator<T> ascending =
                (a, b) -> compare(row.apply(a).value(name), row.apply(b).value(name));
        return descending ? ascending.reversed() : ascending;
    }

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number first && b instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        if (a instanceof Instant first && b instanceof Instant second) {
            return first.compareTo(second);
        }
        return String.valueOf(a == null ? "" : a).compareToIgnoreCase(String.valueOf(b == null ? "" : b));
    }
}
