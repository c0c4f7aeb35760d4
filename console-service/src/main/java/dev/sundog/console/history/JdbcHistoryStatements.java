package dev.sundog.console.history;

/** What the history says to PostgreSQL. */
final class JdbcHistoryStatements {

    static final String EVENT = """
            insert into events (event_id, source, organization_id, kind, tenant_id, title, dedup_key, occurred_at,
                accepted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (event_id, source, organization_id) do update
            set (kind, title, dedup_key, occurred_at, accepted_at, tenant_id) = (
                select first.kind, first.title, first.dedup_key, first.occurred_at, first.accepted_at,
                    coalesce(excluded.tenant_id, events.tenant_id)
                from (values
                    (events.kind, events.title, events.dedup_key, events.occurred_at, events.accepted_at),
                    (excluded.kind, excluded.title, excluded.dedup_key, excluded.occurred_at, excluded.accepted_at)
                ) first (kind, title, dedup_key, occurred_at, accepted_at)
                order by accepted_at, occurred_at, title limit 1)""";

    static final String DECISION = """
            insert into decisions (event_id, source, organization_id, decided_at, released, outcome, reason, detail,
                tenant_id, policy_id, policy_version, rule_id, rule_name, customer_id, connection_id, ticket_key,
                silence_id, silence_version, decided_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    static final String REQUEST = """
            insert into requests (event_id, source, organization_id, ticket_key, tenant_id, decided_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    static final String CALL = """
            insert into calls (call_id, ticket_key, tenant_id, connection_id, operation, attempt, issued_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (call_id) do update set attempt = excluded.attempt, issued_at = excluded.issued_at""";

    static final String OUTCOME = """
            insert into calls (call_id, ticket_key, tenant_id, connection_id, operation, result, http_status, detail,
                ended_at, ticket_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (call_id) do update
            set result = excluded.result, http_status = excluded.http_status, detail = excluded.detail,
                ended_at = excluded.ended_at, ticket_id = excluded.ticket_id
            where calls.ended_at is null or calls.ended_at <= excluded.ended_at""";

    static final String TICKET_EVENT = """
            insert into ticket_events (event_id, type, rank, occurred_at, tenant_id, connection_id, organization_id,
                ticket_key, source, caused_by, ticket_state, ticket_id, ticket_url, summary, occurrences, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
            on conflict do nothing""";

    /** A ticket is what its latest ticket event left it as. */
    static final String CONCLUDE_TICKETS = """
            insert into tickets (ticket_key, tenant_id, connection_id, organization_id, source, state, ticket_id,
                ticket_url, summary, occurrences, updated_at)
            select last.ticket_key, last.tenant_id, last.connection_id, last.organization_id, last.source,
                last.ticket_state, numbered.ticket_id, linked.ticket_url, created.summary,
                coalesce(counted.occurrences, 1), last.occurred_at
            from unnest(?::text[]) touched (ticket_key)
            join lateral (select * from ticket_events t where t.ticket_key = touched.ticket_key
                order by occurred_at desc, rank desc, event_id desc limit 1) last on true
            left join lateral (select ticket_id from ticket_events t
                where t.ticket_key = touched.ticket_key and ticket_id is not null
                order by occurred_at desc, rank desc, event_id desc limit 1) numbered on true
            left join lateral (select ticket_url from ticket_events t
                where t.ticket_key = touched.ticket_key and ticket_url is not null
                order by occurred_at desc, rank desc, event_id desc limit 1) linked on true
            left join lateral (select summary from ticket_events t
                where t.ticket_key = touched.ticket_key and summary is not null
                order by occurred_at desc, rank desc, event_id desc limit 1) created on true
            left join lateral (select occurrences from ticket_events t
                where t.ticket_key = touched.ticket_key and occurrences is not null
                order by occurred_at desc, rank desc, event_id desc limit 1) counted on true
            on conflict (ticket_key) do update
            set tenant_id = excluded.tenant_id, connection_id = excluded.connection_id,
                organization_id = excluded.organization_id, source = excluded.source, state = excluded.state,
                ticket_id = excluded.ticket_id, ticket_url = excluded.ticket_url, summary = excluded.summary,
                occurrences = excluded.occurrences, updated_at = excluded.updated_at""";

    /**
     * An event's state is its latest decision's outcome; a routed one is ticketed or failed as soon as a ticket event names it, or
     * one of its ticket comes after its decision: notes are coalesced, so not every event is named. Ten minutes are room for clocks
     * that differ.
     */
    static final String CONCLUDE_EVENTS = """
            update events e
            set state = case when found.outcome <> 'ROUTED' then found.outcome
                    when found.ticketed then 'TICKETED' when found.failure is not null then 'FAILED' else 'ROUTED' end,
                reason = case when found.ticketed then null else coalesce(found.failure ->> 'reason', found.reason) end,
                detail = case when found.ticketed then null else coalesce(found.failure ->> 'detail', found.detail) end,
                ticket_key = found.ticket_key, decided_at = found.decided_at,
                tenant_id = coalesce(found.tenant_id, e.tenant_id)
            from (select k.event_id, k.source, k.organization_id, d.outcome, d.reason, d.detail, d.ticket_key,
                    d.decided_at, d.tenant_id, t.ticketed, t.failure
                from events k
                join lateral (select * from decisions d
                    where d.event_id = k.event_id and d.source = k.source and d.organization_id = k.organization_id
                    order by decided_at desc, released desc limit 1) d on true
                left join lateral (select bool_or(type <> 'TicketFailed') as ticketed,
                        (array_agg(t.detail order by occurred_at desc, event_id)
                            filter (where type = 'TicketFailed'))[1] as failure
                    from ticket_events t
                    where d.outcome = 'ROUTED' and t.ticket_key = d.ticket_key and type <> 'TicketStatusChanged'
                        and t.occurred_at >= d.decided_at - interval '10 minutes'
                        and (k.event_id = any (t.caused_by) or t.occurred_at >= d.decided_at)) t on true
                where k.event_id = any (?::text[])
                    or (k.ticket_key = any (?::text[]) and k.state in ('ROUTED', 'FAILED'))) found
            where e.event_id = found.event_id and e.source = found.source
                and e.organization_id = found.organization_id""";

    static final String LANE = """
            insert into lanes (connection_id, tenant_id, state, reason, detail, until, pending, oldest_since, budget,
                spent, storms, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (connection_id) do update
            set tenant_id = excluded.tenant_id, state = excluded.state, reason = excluded.reason,
                detail = excluded.detail, until = excluded.until, pending = excluded.pending,
                oldest_since = excluded.oldest_since, budget = excluded.budget, spent = excluded.spent,
                storms = excluded.storms, told_at = excluded.told_at
            where excluded.told_at > lanes.told_at""";

    private JdbcHistoryStatements() {}
}
