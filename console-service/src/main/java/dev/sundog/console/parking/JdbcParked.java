package dev.sundog.console.parking;

import dev.sundog.console.paging.Page;
import dev.sundog.console.paging.PageQuery;
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

    private static final Page.Wanted SOME = new Page.Wanted(0, 50);

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
    public Page<ParkedView> list(PageQuery query) {
        var found = find(query.filter(), query.wanted());
        return Page.of(found, query.wanted(), count("select count(*)" + FROM + and(query.filter()), query.filter()));
    }

    @Override
    public List<ParkedView> named(String organizationId, String eventId) {
        return find(Map.of("organizationId", organizationId, "eventId", eventId), SOME);
    }

    private List<ParkedView> find(Map<String, String> filter, Page.Wanted wanted) {
        return jdbc.sql("select e.*, d.silence_id" + FROM + and(filter)
                        + " order by e.accepted_at, e.event_id, e.source, e.organization_id limit :size offset :skip")
                .params(filter)
                .param("size", wanted.size())
                .param("skip", wanted.skip())
                .query((row, _) -> parked(row))
                .list();
    }

    @Override
    public List<WaitingCount> waiting(String organizationId) {
        return jdbc.sql("select e.tenant_id, e.reason, count(*) as events from events e"
                        + " where e.state = 'PARKED' and e.organization_id = ? group by e.tenant_id, e.reason")
                .param(organizationId)
                .query((row, _) ->
                        new WaitingCount(row.getString("tenant_id"), row.getString("reason"), row.getLong("events")))
                .list();
    }

    @Override
    public Page<UnmappedView> unmapped(PageQuery query) {
        var filter = query.filter();
        var found = jdbc.sql("select e.organization_id, e.tenant_id, count(*) as events,"
                        + " (array_agg(e.detail order by e.accepted_at desc))[1] as detail,"
                        + " array_agg(distinct e.source) as sources,"
                        + " min(e.accepted_at) as oldest, max(e.accepted_at) as newest" + UNMAPPED + and(filter)
                        + " group by e.organization_id, e.tenant_id"
                        + " order by events desc, e.organization_id, e.tenant_id limit :size offset :skip")
                .params(filter)
                .param("size", query.wanted().size())
                .param("skip", query.wanted().skip())
                .query((row, _) -> unmapped(row))
                .list();
        var groups = "select count(*) from (select 1" + UNMAPPED + and(filter)
                + " group by e.organization_id, e.tenant_id) missing";
        return Page.of(found, query.wanted(), count(groups, filter));
    }

    private long count(String sql, Map<String, String> filter) {
        return jdbc.sql(sql).params(filter).query(Long.class).single();
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
