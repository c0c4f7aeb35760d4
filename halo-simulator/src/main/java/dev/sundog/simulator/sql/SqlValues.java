package dev.sundog.simulator.sql;

import dev.sundog.simulator.book.FieldType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the database compares: texts whatever their case, numbers and dates also when one side is a text. */
final class SqlValues {

    private SqlValues() {}

    /** Below zero, zero or above; empty if the two cannot be compared. */
    static Optional<Integer> compare(Object a, Object b) {
        Optional<Double> firstNumber = number(a);
        Optional<Double> secondNumber = number(b);
        boolean numeric = !(a instanceof String && b instanceof String);
        if (a instanceof Instant || b instanceof Instant) {
            Optional<Instant> first = date(a);
            Optional<Instant> second = date(b);
            return first.isPresent() && second.isPresent()
                    ? Optional.of(first.get().compareTo(second.get()))
                    : Optional.empty();
        }
        if (numeric && firstNumber.isPresent() && secondNumber.isPresent()) {
            return Optional.of(Double.compare(firstNumber.get(), secondNumber.get()));
        }
        return Optional.of(
                a.toString().stripTrailing().compareToIgnoreCase(b.toString().stripTrailing()));
    }

    /** As {@link #compare}, but for any two values: what cannot be compared is in the order of its letters. */
    static int order(Object a, Object b) {
        return compare(a, b).orElseGet(() -> a.toString().compareTo(b.toString()));
    }

    static boolean like(Object value, String pattern) {
        StringBuilder regex = new StringBuilder("(?is)");
        pattern.codePoints()
                .forEach(letter -> regex.append(
                        switch (letter) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(letter));
                        }));
        return Pattern.matches(regex.toString(), value.toString());
    }

    static Optional<Instant> date(Object value) {
        return value instanceof Instant at ? Optional.of(at) : FieldType.instant(value.toString());
    }

    static Optional<Double> number(Object value) {
        return switch (value) {
            case Number number -> Optional.of(number.doubleValue());
            case Boolean flag -> Optional.of(flag ? 1.0 : 0.0);
            case String text -> parsed(text.strip().toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    private static Optional<Double> parsed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true") ? 1.0 : 0.0);
        }
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
