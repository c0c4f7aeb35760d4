package dev.sundog.console.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes what people see from rows of the history. */
final class JdbcHistoryRows {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final JsonMapper json;

    JdbcHistoryRows(JsonMapper json) {
        this.json = json;
    }

    EventSummary event(ResultSet row, int number) throws SQLException {
        return new EventSummary(
                row.getString("event_id"),
                row.getString("kind"),
                row.getString("source"),
                row.getString("organization_id"),
                row.getString("tenant_id"),
                row.getString("title"),
                row.getString("dedup_key"),
                moment(row, "occurred_at"),
                moment(row, "accepted_at"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("ticket_key"),
                number(row, "ticket_id"),
                row.getString("ticket_url"));
    }

    EventView.Decision decision(ResultSet row, int number) throws SQLException {
        return new EventView.Decision(
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("policy_id"),
                number(row, "policy_version"),
                row.getString("rule_id"),
                row.getString("rule_name"),
                number(row, "customer_id"),
                row.getString("connection_id"),
                row.getString("ticket_key"),
                row.getString("silence_id"),
                row.getString("decided_by"),
                moment(row, "decided_at"),
                row.getBoolean("released"));
    }

    EventView.Call call(ResultSet row, int number) throws SQLException {
        return new EventView.Call(
                row.getString("call_id"),
                row.getString("operation"),
                row.getObject("attempt", Integer.class),
                row.getObject("issued_at") == null ? null : moment(row, "issued_at"),
                row.getString("result"),
                row.getObject("http_status", Integer.class),
                row.getString("detail"),
                row.getObject("ended_at") == null ? null : moment(row, "ended_at"),
                number(row, "ticket_id"));
    }

    EventView.TicketNews news(ResultSet row, int number) throws SQLException {
        return new EventView.TicketNews(
                row.getString("event_id"),
                row.getString("type"),
                moment(row, "occurred_at"),
                List.of((String[]) row.getArray("caused_by").getArray()),
                json.readValue(row.getString("detail"), TREE));
    }

    TicketView ticket(ResultSet row, int number) throws SQLException {
        return new TicketView(
                row.getString("ticket_key"),
                number(row, "ticket_id"),
                row.getString("ticket_url"),
                row.getString("summary"),
                row.getString("state"),
                row.getString("connection_id"),
                row.getString("organization_id"),
                row.getString("tenant_id"),
                row.getLong("occurrences"),
                moment(row, "updated_at"));
    }

    static LaneView lane(ResultSet row, int number) throws SQLException {
        return new LaneView(
                row.getString("connection_id"),
                row.getString("tenant_id"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("until") == null ? null : moment(row, "until"),
                row.getInt("pending"),
                row.getObject("oldest_since") == null ? null : moment(row, "oldest_since"),
                row.getInt("budget"),
                row.getInt("spent"),
                row.getInt("storms"),
                moment(row, "told_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
