package dev.sundog.simulator.sql;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of Halo's database that are simulated, with their columns: {@code faults}, and the lists that are joined to
 * it, each also alone. Custom fields of tickets are columns of {@code faults}. Tickets that were deleted are still there.
 */
final class SqlTables {

    /** A column, the table it is of and the field it stands for. */
    private record Column(String name, String table, String field) {}

    /** A list that is joined to tickets by a field of theirs. */
    private record Joined(Kind kind, String key) {}

    private static final Map<String, Kind> TABLES = Map.ofEntries(
            Map.entry("tstatus", Kind.STATUS),
            Map.entry("area", Kind.CLIENT),
            Map.entry("site", Kind.SITE),
            Map.entry("uname", Kind.AGENT),
            Map.entry("requesttype", Kind.TICKET_TYPE),
            Map.entry("sectiondetail", Kind.TEAM),
            Map.entry("users", Kind.USER),
            Map.entry("device", Kind.ASSET));
    private static final Map<String, Joined> JOINED = Map.of(
            "tstatus", new Joined(Kind.STATUS, "status_id"),
            "area", new Joined(Kind.CLIENT, "client_id"),
            "site", new Joined(Kind.SITE, "site_id"),
            "uname", new Joined(Kind.AGENT, "agent_id"),
            "requesttype", new Joined(Kind.TICKET_TYPE, "tickettype_id"),
            "sectiondetail", new Joined(Kind.TEAM, "team_id"),
            "users", new Joined(Kind.USER, "user_id"));
    private static final Map<String, List<Column>> COLUMNS = read();

    private final Tenant tenant;

    SqlTables(Tenant tenant) {
        this.tenant = tenant;
    }

    /** The rows of a table, tickets the newest first; with the columns of joined tables. */
    Stream<SqlRow> rows(String table, List<String> joined) {
        for (String other : joined) {
            if (!table.equals("faults") || !JOINED.containsKey(other)) {
                throw new SqlException("The simulator does not know the table " + other + " joined to " + table);
            }
        }
        if (table.equals("faults")) {
            Map<String, Column> columns = columns("faults", joined);
            Set<String> customFields = customFields();
            return tenant.tickets().newestFirst().map(Ticket::row).map(row -> ticket(row, columns, customFields));
        }
        Kind kind = TABLES.get(table);
        if (kind == null) {
            throw new SqlException("Invalid object name '" + table + "'.");
        }
        Map<String, Column> columns = columns(table, List.of());
        return tenant.list(kind).all().stream()
                .map(row -> column -> plain(row, known(columns, column).field()));
    }

    /** Names of the columns as Halo writes them, for {@code select *}. */
    Set<String> names(String table) {
        Set<String> names = new LinkedHashSet<>();
        COLUMNS.getOrDefault(table, List.of()).forEach(column -> names.add(column.name()));
        if (table.equals("faults")) {
            tenant.list(Kind.CUSTOM_FIELD).all().forEach(field -> names.add(field.text("name")));
        }
        return names;
    }

    private SqlRow ticket(Row row, Map<String, Column> columns, Set<String> customFields) {
        return column -> {
            if (customFields.contains(column)) {
                return custom(row, column);
            }
            Column known = known(columns, column);
            Joined joined = JOINED.get(known.table());
            return joined == null
                    ? plain(row, known.field())
                    : tenant.list(joined.kind())
                            .find(row.number(joined.key()))
                            .map(other -> plain(other, known.field()))
                            .orElse("");
        };
    }

    private static Column known(Map<String, Column> columns, String column) {
        return Optional.ofNullable(columns.get(column))
                .orElseThrow(() -> new SqlException("Invalid column name '" + column + "'."));
    }

    private static Object plain(Row row, String field) {
        return switch (field) {
            case "deleted", "inactive", "hasbeenclosed" -> row.flag(field);
            default -> row.find(field).orElse("");
        };
    }

    private Object custom(Row row, String column) {
        Map<?, ?> values = row.value("customfields") instanceof Map<?, ?> map ? map : Map.of();
        return tenant.named(Kind.CUSTOM_FIELD, column)
                .flatMap(field -> Optional.<Object>ofNullable(values.get(field.number("id"))))
                .orElse("");
    }

    private Set<String> customFields() {
        Set<String> names = new LinkedHashSet<>();
        tenant.list(Kind.CUSTOM_FIELD)
                .all()
                .forEach(field -> names.add(field.text("name").toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Map<String, List<Column>> read() {
        Map<String, List<Column>> tables = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(SqlTables.class.getResourceAsStream("columns.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.split(" ", -1);
                        List<Column> columns = new ArrayList<>();
                        for (int i = 1; i < words.length; i++) {
                            String[] pair = words[i].split("=", 2);
                            columns.add(new Column(pair[0], words[0], pair[1]));
                        }
                        tables.put(words[0], List.copyOf(columns));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("columns.txt cannot be read", e);
        }
        return Map.copyOf(tables);
    }

    private static Map<String, Column> columns(String table, List<String> joined) {
        Map<String, Column> columns = new HashMap<>();
        joined.forEach(other -> add(other, columns));
        add(table, columns);
        return columns;
    }

    private static void add(String table, Map<String, Column> columns) {
        COLUMNS.getOrDefault(table, List.of())
                .forEach(column -> columns.put(column.name().toLowerCase(Locale.ROOT), column));
    }
}
