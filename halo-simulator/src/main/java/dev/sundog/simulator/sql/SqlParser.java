package dev.sundog.simulator.sql;

import dev.sundog.simulator.sql.SqlWords.Kind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads {@code select [distinct] [top n] … from … [join …] [where …] [order by …]}. */
final class SqlParser {

    private static final String COUNT = "count";

    private final SqlWords words;
    private final SqlConditions conditions;

    private SqlParser(SqlWords words, InstantSource time) {
        this.words = words;
        this.conditions = new SqlConditions(words, new SqlOperands(words, time));
    }

    /** @throws SqlException if it is not understood, with the place */
    static SqlQuery read(String sql, InstantSource time) {
        SqlParser parser = new SqlParser(SqlWords.of(sql), time);
        SqlQuery query = parser.query();
        parser.words.take(";");
        if (!parser.words.atEnd()) {
            throw parser.words.unexpected("expected the end");
        }
        return query;
    }

    private SqlQuery query() {
        words.expect("select");
        boolean distinct = words.take("distinct");
        long top = top();
        Map<String, SqlOperand> columns = new LinkedHashMap<>();
        Optional<String> counts = columns(columns);
        words.expect("from");
        String table = table();
        List<String> joined = joins();
        Predicate<SqlRow> condition = words.take("where") ? conditions.read() : _ -> true;
        return new SqlQuery(table, joined, columns, counts, condition, order(), top, distinct);
    }

    private long top() {
        if (!words.take("top")) {
            return Long.MAX_VALUE;
        }
        boolean parentheses = words.take("(");
        if (!words.isKind(Kind.NUMBER)) {
            throw words.unexpected("expected a number of rows");
        }
        long top = SqlValues.number(words.take().text()).orElse(0.0).longValue();
        if (parentheses) {
            words.expect(")");
        }
        return top;
    }

    private Optional<String> columns(Map<String, SqlOperand> columns) {
        if (words.take("*")) {
            return Optional.empty();
        }
        do {
            if (words.take(COUNT)) {
                return Optional.of(counted(columns));
            }
            int start = words.place();
            SqlOperand operand = conditions.operands().read();
            columns.put(alias(words.nameSince(start).orElse("Column" + (columns.size() + 1))), operand);
        } while (words.take(","));
        return Optional.empty();
    }

    private String counted(Map<String, SqlOperand> columns) {
        words.expect("(");
        words.take();
        words.expect(")");
        if (!columns.isEmpty() || words.is(",")) {
            throw words.unexpected("rows can only be counted alone");
        }
        return alias(COUNT);
    }

    private String alias(String otherwise) {
        if (words.take("as")) {
            return words.take().text();
        }
        boolean named = words.isKind(Kind.NAME) && !words.isAnyOf("from");
        return named ? words.take().text() : otherwise;
    }

    private String table() {
        String table = words.takeName();
        while (words.take(".")) {
            table = words.takeName();
        }
        words.take("as");
        if (words.isKind(Kind.NAME)
                && !words.isAnyOf("inner", "left", "right", "full", "join", "where", "order", "on", "with")) {
            words.take();
        }
        if (words.take("with")) {
            words.expect("(");
            words.take();
            words.expect(")");
        }
        return table;
    }

    /** Each joined table has one row for each row of the first, so what it is joined by need not be looked at. */
    private List<String> joins() {
        List<String> joined = new ArrayList<>();
        while (words.isAnyOf("inner", "left", "join")) {
            words.take("inner");
            if (words.take("left")) {
                words.take("outer");
            }
            words.expect("join");
            joined.add(table());
            words.expect("on");
            conditions.read();
        }
        return joined;
    }

    private Optional<Comparator<SqlRow>> order() {
        if (!words.take("order")) {
            return Optional.empty();
        }
        words.expect("by");
        Comparator<SqlRow> order = orderedBy();
        while (words.take(",")) {
            order = order.thenComparing(orderedBy());
        }
        return Optional.of(order);
    }

    private Comparator<SqlRow> orderedBy() {
        SqlOperand operand = conditions.operands().read();
        Comparator<SqlRow> order = (a, b) -> SqlValues.order(operand.of(a), operand.of(b));
        boolean descending = words.take("desc");
        if (!descending) {
            words.take("asc");
        }
        return descending ? order.reversed() : order;
    }
}
