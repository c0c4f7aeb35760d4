package dev.sundog.console.parking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what waits from the history: an event waits when the latest decision about it says so. */
final class JdbcParked implements Parked {

    private static final Map<String, String> COLUMNS = Map.of(
            "reason", "e.reason",
            "organizationId", "e.organization_id",
            "tenantId", "e.tenant_id",
            "silenceId", "d.silence_id",
            "eventId", "e.event_id");

    private static final String FROM = """
             from events e
            left join lateral (select silence_id from decisions d
                where d.event_id = e.event_id and d.source = e.source and d.organization_id = e.organization_id
                order by decided_at desc, released desc limit 1) d on true
            where e.state = 'PARKED'""";

    private static final String UNMAPPED =
            " from events e where e.state = 'PARKED' and e.reason = 'UNMAPPED_ORGANIZATION'";

    private final JdbcClient jdbc;

    JdbcParked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ParkedView> list(Map<String, String> filter, int page, int size) {
        return jdbc.sql("select e.*, d.silence_id" + FROM + and(filter)
                        + " order by e.accepted_at, e.event_id, e.source, e.organization_id limit :size offset :skip")
                .params(filter)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, _) -> parked(row))
                .list();
    }

    @Override
    public long count(Map<String, String> filter) {
        return jdbc.sql("select count(*)" + FROM + and(filter))
                .params(filter)
                .query(Long.class)
                .single();
    }

    @Override
    public List<ParkedView> named(String organizationId, String eventId) {
        return list(Map.of("organizationId", organizationId, "eventId", eventId), 0, 50);
    }

    @Override
    public List<UnmappedView> unmapped(Map<String, String> filter, int page, int size) {
        return jdbc.sql("select e.organization_id, e.tenant_id, count(*) as events,"
                        + " (array_agg(e.detail order by e.accepted_at desc))[1] as detail,"
                        + " array_agg(distinct e.source) as sources,"
                        + " min(e.accepted_at) as oldest, max(e.accepted_at) as newest" + UNMAPPED + and(filter)
                        + " group by e.organization_id, e.tenant_id"
                        + " order by events desc, e.organization_id, e.tenant_id limit :size offset :skip")
                .params(filter)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, _) -> unmapped(row))
                .list();
    }

    @Override
    public long unmappedCount(Map<String, String> filter) {
        return jdbc.sql("select count(*) from (select 1" + UNMAPPED + and(filter)
                        + " group by e.organization_id, e.tenant_id) missing")
                .params(filter)
                .query(Long.class)
                .single();
    }

    private static String and(Map<String, String> filter) {
        return filter.keySet().stream()
                .map(name -> " and " + COLUMNS.get(name) + " = :" + name)
                .collect(Collectors.joining());
    }

    private static ParkedView parked(ResultSet row) throws SQLException {
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        var acceptedAt = moment(row, "accepted_at");
        return new ParkedView(
                row.getString("organization_id"),
                row.getString("event_id"),
                row.getString("source"),
                row.getString("kind"),
                row.getString("tenant_id"),
                row.getString("title"),
                row.getString("dedup_key"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("silence_id"),
                acceptedAt,
                decidedAt == null ? acceptedAt : decidedAt.toInstant());
    }

    private static UnmappedView unmapped(ResultSet row) throws SQLException {
        return new UnmappedView(
                row.getString("organization_id"),
                row.getString("tenant_id"),
                row.getLong("events"),
                row.getString("detail"),
                List.of((String[]) row.getArray("sources").getArray()),
                moment(row, "oldest"),
                moment(row, "newest"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
