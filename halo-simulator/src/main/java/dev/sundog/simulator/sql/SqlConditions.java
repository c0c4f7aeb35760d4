package dev.sundog.simulator.sql;

import dev.sundog.simulator.sql.SqlWords.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Reads conditions: comparisons, {@code in}, {@code like}, {@code between}, {@code is null}, and, or, not. */
final class SqlConditions {

    private static final int DEEPEST = 100;

    private final SqlWords words;
    private final SqlOperands operands;
    private int depth;

    SqlConditions(SqlWords words, SqlOperands operands) {
        this.words = words;
        this.operands = operands;
    }

    SqlOperands operands() {
        return operands;
    }

    Predicate<SqlRow> read() {
        Predicate<SqlRow> any = all();
        while (words.take("or")) {
            any = any.or(all());
        }
        return any;
    }

    private Predicate<SqlRow> all() {
        Predicate<SqlRow> all = one();
        while (words.take("and")) {
            all = all.and(one());
        }
        return all;
    }

    private Predicate<SqlRow> one() {
        if (++depth > DEEPEST) {
            throw words.unexpected("too many conditions inside each other");
        }
        Predicate<SqlRow> condition = inner();
        depth--;
        return condition;
    }

    private Predicate<SqlRow> inner() {
        if (words.take("not")) {
            return one().negate();
        }
        if (words.take("(")) {
            Predicate<SqlRow> nested = read();
            words.expect(")");
            return nested;
        }
        SqlOperand left = operands.read();
        if (words.take("is")) {
            boolean not = words.take("not");
            words.expect("null");
            return row -> left.of(row).equals("") != not;
        }
        boolean not = words.take("not");
        Predicate<SqlRow> condition = words.isKind(Kind.SIGN) && !not ? comparison(left) : named(left);
        return not ? condition.negate() : condition;
    }

    private Predicate<SqlRow> named(SqlOperand left) {
        if (words.take("in")) {
            return in(left);
        }
        if (words.take("like")) {
            SqlOperand pattern = operands.read();
            return row -> SqlValues.like(left.of(row), pattern.of(row).toString());
        }
        if (words.take("between")) {
            SqlOperand from = operands.read();
            words.expect("and");
            SqlOperand to = operands.read();
            return row -> holds(left.of(row), from.of(row), sign -> sign >= 0)
                    && holds(left.of(row), to.of(row), sign -> sign <= 0);
        }
        throw words.unexpected("expected a comparison");
    }

    private Predicate<SqlRow> in(SqlOperand left) {
        words.expect("(");
        List<SqlOperand> values = new ArrayList<>();
        do {
            values.add(operands.read());
        } while (words.take(","));
        words.expect(")");
        return row -> values.stream().anyMatch(value -> holds(left.of(row), value.of(row), sign -> sign == 0));
    }

    private Predicate<SqlRow> comparison(SqlOperand left) {
        String sign = words.take().text();
        IntPredicate wanted = switch (sign) {
            case "=" -> order -> order == 0;
            case "<>", "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case ">" -> order -> order > 0;
            case "<=" -> order -> order <= 0;
            case ">=" -> order -> order >= 0;
            default -> throw words.unexpected("expected a comparison, not " + sign);
        };
        SqlOperand right = operands.read();
        return row -> holds(left.of(row), right.of(row), wanted);
    }

    private static boolean holds(Object left, Object right, IntPredicate wanted) {
        Optional<Integer> order = SqlValues.compare(left, right);
        return order.isPresent() && wanted.test(order.get());
    }
}
