package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /Report}, the ad-hoc form alone: a look-up of tickets by SQL such as {@code select Faultid, Symptom from FAULTS
 * where CFsundogReference = 'x'}. Only columns joined by "and" and compared with "=" are understood; a query that is
 * not understood finds nothing and says so in {@code load_error}.
 */
final class ReportResource implements Resource {

    private static final Pattern QUERY =
            Pattern.compile("(?is)\\s*select\\s+(.+?)\\s+from\\s+faults\\b.*?\\bwhere\\s+(.+?);?\\s*");
    private static final Pattern CONDITION =
            Pattern.compile("(?is)\\s*(?:faults\\.)?(\\w+)\\s*=\\s*N?(?:'((?:[^']|'')*)'|(\\d+)|(\\w+))\\s*");
    private static final Map<String, String> COLUMNS = Map.of(
            "faultid",
            "id",
            "symptom",
            "summary",
            "status",
            "status_id",
            "areaint",
            "client_id",
            "requesttypenew",
            "tickettype_id",
            "dateoccured",
            "dateoccurred",
            "datecleared",
            "dateclosed",
            "assignedtoint",
            "agent_id");

    private final Tenant tenant;

    ReportResource(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public String schema() {
        return "AnalyzerProfile";
    }

    @Override
    public String area() {
        return "reporting";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        return Answer.json(200, Map.of("record_count", 0, "reports", List.of()));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        Object sql = elements.getLast().get("sql");
        if (!(sql instanceof String text)
                || !Boolean.TRUE.equals(elements.getLast().get("_loadreportonly"))) {
            return Answer.refusal("Only reports with _loadreportonly and sql are simulated");
        }
        Matcher query = QUERY.matcher(text);
        Map<String, Object> report = new LinkedHashMap<>();
        Optional<List<Map<String, Object>>> rows =
                query.matches() ? rows(query.group(1), query.group(2)) : Optional.empty();
        if (rows.isEmpty()) {
            report.put("load_error", "The simulator does not understand this query");
        }
        report.put("rows", rows.orElse(List.of()));
        return Answer.json(201, Map.of("id", 0, "sql", text, "report", report));
    }

    private Optional<List<Map<String, Object>>> rows(String columns, String where) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String condition : where.split("(?i)\\s+and\\s+", -1)) {
            Matcher parts = CONDITION.matcher(condition);
            if (!parts.matches()) {
                return Optional.empty();
            }
            if (parts.group(4) == null) {
                String text = parts.group(2);
                wanted.put(parts.group(1), text == null ? parts.group(3) : text.replace("''", "'"));
            }
        }
        return Optional.of(tenant.tickets()
                .newestFirst()
                .filter(ticket -> !ticket.deleted() || wanted.containsKey("fdeleted"))
                .filter(ticket -> wanted.entrySet().stream()
                        .allMatch(one -> cell(ticket, one.getKey()).toString().equalsIgnoreCase(one.getValue())))
                .map(ticket -> row(ticket, columns))
                .toList());
    }

    private Map<String, Object> row(Ticket ticket, String columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        Arrays.stream(columns.split(",", -1)).map(String::strip).forEach(column -> {
            String[] named = column.split("(?i)\\s+(as\\s+)?", 2);
            row.put(named.length == 2 ? named[1] : named[0], HaloText.json(cell(ticket, named[0])));
        });
        return row;
    }

    private Object cell(Ticket ticket, String column) {
        Row row = ticket.row();
        if (column.equalsIgnoreCase("fdeleted")) {
            return row.flag("deleted") ? 1 : 0;
        }
        String name = COLUMNS.getOrDefault(column.toLowerCase(Locale.ROOT), column);
        return tenant.named(Kind.CUSTOM_FIELD, column)
                .flatMap(field -> customValue(row, field.number("id")))
                .or(() -> row.find(name))
                .orElse("");
    }

    private static Optional<Object> customValue(Row row, int id) {
        return row.value("customfields") instanceof Map<?, ?> map ? Optional.ofNullable(map.get(id)) : Optional.empty();
    }
}
