package dev.sundog.console.trial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the history for events of organizations that are the tenant's. */
final class JdbcSeenEvents implements SeenEvents {

    private static final String TENANTS = "select e.event_id, e.source, e.organization_id, e.kind, e.accepted_at"
            + " from events e join organizations o on o.id = e.organization_id"
            + " where o.tenant_id = :tenant and (e.tenant_id is null or e.tenant_id = :tenant)";

    private final JdbcClient jdbc;

    JdbcSeenEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SeenEvent> named(String tenantId, List<String> eventIds) {
        return jdbc.sql(TENANTS + " and e.event_id = any (:ids) order by e.accepted_at desc limit 500")
                .param("tenant", tenantId)
                .param("ids", eventIds.toArray(String[]::new))
                .query((row, _) -> seen(row))
                .list();
    }

    @Override
    public List<SeenEvent> latest(String tenantId, int most) {
        return jdbc.sql(TENANTS + " order by e.accepted_at desc, e.event_id limit :most")
                .param("tenant", tenantId)
                .param("most", most)
                .query((row, _) -> seen(row))
                .list();
    }

    private static SeenEvent seen(ResultSet row) throws SQLException {
        return new SeenEvent(
                row.getString("event_id"),
                row.getString("source"),
                row.getString("organization_id"),
                row.getString("kind"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }
}
