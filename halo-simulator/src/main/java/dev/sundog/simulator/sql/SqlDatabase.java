package dev.sundog.simulator.sql;

import dev.sundog.simulator.book.Tenant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Answers queries. Only reads. */
public final class SqlDatabase {

    private final SqlTables tables;
    private final InstantSource time;

    public SqlDatabase(Tenant tenant, InstantSource time) {
        this.tables = new SqlTables(tenant);
        this.time = time;
    }

    /**
     * The rows that a query finds; a column without a value is an empty text.
     *
     * @throws SqlException if the query is not understood
     */
    public List<Map<String, Object>> select(String sql) {
        SqlQuery query = SqlParser.read(sql, time);
        Stream<SqlRow> found = tables.rows(query.table(), query.joined()).filter(query.condition());
        if (query.counts().isPresent()) {
            Map<String, Object> count = new LinkedHashMap<>();
            count.put(query.counts().get(), found.count());
            return List.of(count);
        }
        Stream<SqlRow> ordered =
                query.order().isPresent() ? found.sorted(query.order().get()) : found;
        Stream<Map<String, Object>> rows = ordered.map(row -> shown(query, row));
        return (query.distinct() ? rows.distinct() : rows).limit(query.top()).toList();
    }

    private Map<String, Object> shown(SqlQuery query, SqlRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (query.columns().isEmpty()) {
            tables.names(query.table()).forEach(name -> shown.put(name, row.value(name.toLowerCase(Locale.ROOT))));
        }
        query.columns().forEach((name, operand) -> shown.put(name, operand.of(row)));
        return shown;
    }
}
