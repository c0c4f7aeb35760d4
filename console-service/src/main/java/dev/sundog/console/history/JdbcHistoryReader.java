package dev.sundog.console.history;

import dev.sundog.console.paging.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads the history from PostgreSQL. */
final class JdbcHistoryReader implements HistoryReader {

    private static final Map<String, String> COLUMNS = Map.of(
            "organizationId", "organization_id",
            "source", "source",
            "state", "state",
            "ticketKey", "ticket_key",
            "dedupKey", "dedup_key",
            "connectionId", "connection_id",
            "tenantId", "tenant_id");

    private static final String TICKETS = "select * from tickets where ticket_key = ?";

    private static final String CALLS = """
            select * from calls where ticket_key = :key and coalesce(issued_at, ended_at) >= :since
            order by coalesce(issued_at, ended_at), call_id limit 100""";

    private static final String NEWS = """
            select * from ticket_events where ticket_key = :key and occurred_at >= cast(:since as timestamptz)
                and (:event = any (caused_by) or occurred_at >= cast(:decided as timestamptz))
            order by occurred_at, rank, event_id limit 100""";

    private static final String UNACCOUNTED = """
            select (select count(*) from events where state = 'ACCEPTED' and accepted_at < :before)
                + (select count(*) from events e where state = 'ROUTED' and decided_at < :before
                    and not exists (select from requests r where r.event_id = e.event_id and r.source = e.source
                        and r.organization_id = e.organization_id))""";

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JdbcHistoryRows rows;
    private final InstantSource clock;

    JdbcHistoryReader(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.rows = new JdbcHistoryRows(json);
        this.clock = clock;
    }

    @Override
    public Optional<EventView> event(String eventId, Optional<String> source) {
        return jdbc.sql("select e.*, null::bigint as ticket_id, null as ticket_url from events e where event_id = :id"
                        + " and (cast(:source as text) is null or source = :source)"
                        + " order by accepted_at desc, source, organization_id limit 1")
                .param("id", Holdable.key(eventId))
                .param("source", source.map(Holdable::key).orElse(null))
                .query(rows::event)
                .optional()
                .map(this::wholeWay);
    }

    private EventView wholeWay(EventSummary event) {
        var decisions = jdbc.sql("select * from decisions where event_id = ? and source = ? and organization_id = ?"
                        + " order by decided_at, released")
                .params(event.eventId(), event.source(), event.organizationId())
                .query(rows::decision)
                .list();
        var key = Optional.ofNullable(event.ticketKey());
        var decided =
                decisions.isEmpty() ? event.acceptedAt() : decisions.getLast().decidedAt();
        var since = decided.isBefore(event.acceptedAt()) ? decided : event.acceptedAt();
        return new EventView(
                event.eventId(),
                event.kind(),
                event.source(),
                event.organizationId(),
                event.tenantId(),
                event.title(),
                event.dedupKey(),
                event.occurredAt(),
                event.acceptedAt(),
                event.state(),
                event.reason(),
                event.detail(),
                decisions,
                key.map(it -> calls(it, since)).orElse(List.of()),
                key.flatMap(this::ticket).orElse(null),
                key.map(it -> news(it, event.eventId(), decided)).orElse(List.of()));
    }

    private List<EventView.Call> calls(String ticketKey, Instant since) {
        return jdbc.sql(CALLS)
                .param("key", ticketKey)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(rows::call)
                .list();
    }

    private Optional<TicketView> ticket(String ticketKey) {
        return jdbc.sql(TICKETS).param(ticketKey).query(rows::ticket).optional();
    }

    private List<EventView.TicketNews> news(String ticketKey, String eventId, Instant decided) {
        return jdbc.sql(NEWS)
                .param("key", ticketKey)
                .param("event", eventId)
                .param("decided", decided.atOffset(ZoneOffset.UTC))
                .param("since", decided.minus(CLOCKS_DIFFER).atOffset(ZoneOffset.UTC))
                .query(rows::news)
                .list();
    }

    @Override
    public Page<EventSummary> events(Map<String, String> filter, Page.Wanted wanted) {
        var where = where(filter, "e.");
        var items = jdbc.sql("select e.*, t.ticket_id, t.ticket_url from events e"
                        + " left join tickets t on t.ticket_key = e.ticket_key" + where
                        + " order by e.accepted_at desc, e.event_id, e.source, e.organization_id"
                        + " limit :size offset :skip")
                .params(parameters(filter))
                .param("size", wanted.size())
                .param("skip", wanted.skip())
                .query(rows::event)
                .list();
        return Page.of(items, wanted, count("events e", where, filter));
    }

    @Override
    public Page<TicketView> tickets(Map<String, String> filter, Page.Wanted wanted) {
        var where = where(filter, "t.");
        var items = jdbc.sql("select t.* from tickets t" + where
                        + " order by t.updated_at desc, t.ticket_key limit :size offset :skip")
                .params(parameters(filter))
                .param("size", wanted.size())
                .param("skip", wanted.skip())
                .query(rows::ticket)
                .list();
        return Page.of(items, wanted, count("tickets t", where, filter));
    }

    @Override
    public Page<LaneView> lanes(Map<String, String> filter, Page.Wanted wanted) {
        var where = where(filter, "l.");
        var items = jdbc.sql("select l.* from lanes l" + where
                        + " order by (l.state in ('PAUSED', 'SPENT', 'DISABLED')) desc, l.pending desc, l.connection_id"
                        + " limit :size offset :skip")
                .params(parameters(filter))
                .param("size", wanted.size())
                .param("skip", wanted.skip())
                .query(JdbcHistoryRows::lane)
                .list();
        return Page.of(items, wanted, count("lanes l", where, filter));
    }

    @Override
    public Map<String, Long> eventsByState() {
        return byState("events");
    }

    @Override
    public Map<String, Long> ticketsByState() {
        return byState("tickets");
    }

    @Override
    public long unaccounted(Duration settled) {
        return jdbc.sql(UNACCOUNTED)
                .param("before", clock.instant().minus(settled).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Map<String, Long> byState(String table) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("select state, count(*) as n from " + table + " group by state order by state")
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("n"));
                });
        return counts;
    }

    private long count(String table, String where, Map<String, String> filter) {
        return jdbc.sql("select count(*) from " + table + where)
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    private static String where(Map<String, String> filter, String alias) {
        return filter.isEmpty()
                ? ""
                : filter.keySet().stream()
                        .map(name -> alias + COLUMNS.get(name) + " = :" + name)
                        .collect(Collectors.joining(" and ", " where ", ""));
    }

    private static Map<String, String> parameters(Map<String, String> filter) {
        return filter.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Holdable.key(entry.getValue())));
    }
}
