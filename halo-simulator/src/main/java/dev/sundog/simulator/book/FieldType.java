package dev.sundog.simulator.book;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Type of a field in Halo's description, with the conversions that its JSON reader does. */
public enum FieldType {
    TEXT("string"),
    INTEGER("integer"),
    DECIMAL("double"),
    FLAG("boolean"),
    DATE("DateTime"),
    GUID("Guid"),
    LIST("list"),
    ANY("object");

    private final String word;

    FieldType(String word) {
        this.word = word;
    }

    static FieldType of(char letter) {
        return switch (letter) {
            case 's' -> TEXT;
            case 'i' -> INTEGER;
            case 'n' -> DECIMAL;
            case 'b' -> FLAG;
            case 'd' -> DATE;
            case 'g' -> GUID;
            case 'a' -> LIST;
            case 'o' -> ANY;
            default -> throw new IllegalArgumentException("no field type " + letter);
        };
    }

    /** How Halo calls the type in its complaints. */
    public String word() {
        return word;
    }

    /** The value as this type, or empty if Halo would not take it. */
    public Optional<Object> read(Object value) {
        return switch (this) {
            case TEXT -> text(value);
            case INTEGER -> integer(value);
            case DECIMAL -> decimal(value);
            case FLAG -> flag(value);
            case DATE -> value instanceof String text ? date(text) : Optional.empty();
            case GUID -> value instanceof String ? Optional.of(value) : Optional.empty();
            case LIST -> value instanceof List ? Optional.of(value) : Optional.empty();
            case ANY -> Optional.of(value);
        };
    }

    private static Optional<Object> text(Object value) {
        return value instanceof List || value instanceof Map ? Optional.empty() : Optional.of(value.toString());
    }

    private static Optional<Object> integer(Object value) {
        if (value instanceof Integer) {
            return Optional.of(value);
        }
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Object> decimal(Object value) {
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Object> flag(Object value) {
        return switch (value) {
            case Boolean flag -> Optional.of(flag);
            case Number number -> Optional.of(number.doubleValue() != 0);
            case String text
            when text.strip().toLowerCase(Locale.ROOT).matches("true|false") ->
                Optional.of(Boolean.valueOf(text.strip()));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> date(String text) {
        return instant(text).map(Object.class::cast);
    }

    /** Reads a date with or without time and offset; without an offset it is UTC, as everywhere in Halo. */
    public static Optional<Instant> instant(String text) {
        String clean = text.strip().replace(' ', 'T');
        try {
            if (clean.length() == 10) {
                return Optional.of(LocalDate.parse(clean).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean offset = clean.endsWith("Z") || clean.matches(".*T.*[+-]\\d\\d:?\\d\\d$");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(clean).toInstant()
                            : LocalDateTime.parse(clean).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
