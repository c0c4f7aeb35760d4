package dev.sundog.simulator.sql;

import dev.sundog.simulator.sql.SqlWords.Word;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Reads what stands on one side of a comparison. */
final class SqlOperands {

    private static final int DEEPEST = 100;
    private static final Set<String> FUNCTIONS =
            Set.of("getdate", "getutcdate", "dateadd", "datediff", "isnull", "lower", "upper");

    private final SqlWords words;
    private final InstantSource time;
    private int depth;

    SqlOperands(SqlWords words, InstantSource time) {
        this.words = words;
        this.time = time;
    }

    SqlOperand read() {
        if (++depth > DEEPEST) {
            throw words.unexpected("too many functions inside each other");
        }
        SqlOperand operand = operand();
        depth--;
        return operand;
    }

    private SqlOperand operand() {
        Word word = words.take();
        return switch (word.kind()) {
            case TEXT -> _ -> word.text();
            case NUMBER -> {
                Double number = SqlValues.number(word.text()).orElse(0.0);
                yield _ -> number;
            }
            case NAME -> named(word.text().toLowerCase(Locale.ROOT));
            case SIGN ->
                throw new SqlException("The simulator does not understand the query near '" + word.text() + "'");
        };
    }

    private SqlOperand named(String first) {
        if (words.take("(")) {
            return function(first);
        }
        String column = first;
        while (words.take(".")) {
            column = words.takeName();
        }
        String name = column;
        return row -> row.value(name);
    }

    private SqlOperand function(String name) {
        if (!FUNCTIONS.contains(name)) {
            throw new SqlException("The simulator does not know the function " + name);
        }
        SqlOperand function = switch (name) {
            case "getdate", "getutcdate" -> _ -> time.instant();
            case "dateadd" -> dateAdd();
            case "datediff" -> dateDifference();
            case "isnull" -> orElse();
            default -> changedCase(name.equals("lower"));
        };
        words.expect(")");
        return function;
    }

    private SqlOperand dateAdd() {
        Duration unit = unit(words.takeName());
        words.expect(",");
        SqlOperand count = read();
        words.expect(",");
        SqlOperand date = read();
        return row -> {
            try {
                return at(date, row).plus(unit.multipliedBy((long) number(count, row)));
            } catch (ArithmeticException | DateTimeException _) {
                throw new SqlException("Adding a value to a 'datetime' column caused an overflow.");
            }
        };
    }

    private SqlOperand dateDifference() {
        Duration unit = unit(words.takeName());
        words.expect(",");
        SqlOperand from = read();
        words.expect(",");
        SqlOperand to = read();
        // SQL Server counts the borders between the units, not whole units
        return row -> Long.valueOf(Math.floorDiv(at(to, row).getEpochSecond(), unit.toSeconds())
                - Math.floorDiv(at(from, row).getEpochSecond(), unit.toSeconds()));
    }

    private SqlOperand orElse() {
        SqlOperand first = read();
        words.expect(",");
        SqlOperand second = read();
        return row -> first.of(row).equals("") ? second.of(row) : first.of(row);
    }

    private SqlOperand changedCase(boolean lower) {
        SqlOperand text = read();
        return row -> lower
                ? text.of(row).toString().toLowerCase(Locale.ROOT)
                : text.of(row).toString().toUpperCase(Locale.ROOT);
    }

    private static Instant at(SqlOperand operand, SqlRow row) {
        return SqlValues.date(operand.of(row)).orElse(Instant.EPOCH);
    }

    private static double number(SqlOperand operand, SqlRow row) {
        return SqlValues.number(operand.of(row)).orElse(0.0);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "second", "ss", "s" -> Duration.ofSeconds(1);
            case "minute", "mi", "n" -> Duration.ofMinutes(1);
            case "hour", "hh" -> Duration.ofHours(1);
            case "day", "dd", "d" -> Duration.ofDays(1);
            case "week", "wk", "ww" -> Duration.ofDays(7);
            default -> throw new SqlException("The simulator does not know the part of a date " + name);
        };
    }
}
