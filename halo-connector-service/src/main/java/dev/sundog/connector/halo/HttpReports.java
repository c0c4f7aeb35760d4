package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Tickets by a custom field, which only Halo's report can look for: its ad-hoc form takes SQL. Nothing enters the SQL that is
 * not letters, digits, underscores and hyphens.
 *
 * <p>The columns of {@code FAULTS} are those of a published dump of Halo's database; a custom field is a column of its own name.
 */
final class HttpReports {

    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9_]{1,100}");
    private static final Pattern REFERENCE = Pattern.compile("[a-z0-9-]{1,64}");

    private final HttpExchange exchange;

    HttpReports(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The tickets whose custom field has one of the values, deleted ones too. */
    Answer<List<HaloRow>> find(HaloConnection connection, String field, Collection<String> values, Sending sending) {
        if (!COLUMN.matcher(field).matches()) {
            return refused("the custom field of the look-up must consist of letters, digits and underscores: " + field);
        }
        if (!values.stream().allMatch(value -> REFERENCE.matcher(value).matches())) {
            return refused("a reference that is none of ours is never looked up by SQL");
        }
        return exchange.post(
                        connection,
                        "/Report",
                        List.of(Map.of("_loadreportonly", true, "sql", sql(field, values))),
                        sending)
                .then(json -> rows(connection, field, HttpTickets.single(json)));
    }

    private static String sql(String field, Collection<String> values) {
        String wanted = values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        String condition = values.size() == 1 ? field + " = " + wanted : field + " in (" + wanted + ")";
        return "select Faultid, Status, FDeleted, " + field + " from FAULTS where " + condition;
    }

    private static Answer<List<HaloRow>> rows(HaloConnection connection, String field, JsonNode json) {
        JsonNode report = json.path("report");
        JsonNode rows = report.path("rows");
        String error = report.path("load_error").asString("");
        if (!error.isEmpty() || !rows.isArray()) {
            return refused("Halo's report did not work: " + (error.isEmpty() ? "no rows" : error)
                    + ". Does the custom field " + field + " exist, and may the application read reports?");
        }
        return new Answer.Got<>(
                rows.valueStream()
                        .map(row -> row(connection, field, row))
                        .flatMap(Optional::stream)
                        .toList(),
                null);
    }

    private static Optional<HaloRow> row(HaloConnection connection, String field, JsonNode row) {
        Long id = HttpTickets.positive(row.get("Faultid"));
        if (id == null) {
            return Optional.empty();
        }
        Long status = HttpTickets.whole(row.get("Status"));
        boolean deleted = row.path("FDeleted").asBoolean(false) || HttpTickets.positive(row.get("FDeleted")) != null;
        FoundTicket ticket = new FoundTicket(
                id,
                connection.ticketUrl(id),
                status,
                null,
                status != null && connection.closedStatusIds().contains(status),
                row.path(field).asString(""),
                null,
                null,
                deleted,
                false,
                null);
        return Optional.of(new HaloRow(ticket, ""));
    }

    private static <T> Answer<T> refused(String words) {
        return new Answer.Ended<>(new CallEnd.Rejected(words), null);
    }
}
