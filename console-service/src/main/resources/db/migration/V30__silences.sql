-- Silences and maintenance windows, as the other kinds of configuration.
create table silences (
    id         text primary key,
    version    bigint      not null check (version > 0),
    body       json        not null,
    changed_at timestamptz not null,
    tenant_id  text        not null generated always as (body ->> 'tenantId') stored,
    check (id = body ->> 'id'),
    check (body ->> 'owner' <> '' and body ->> 'reason' <> ''),
    check (body ->> 'endsAt' is not null or body ->> 'untilResolved' = 'true'),
    unique (tenant_id, id)
);

-- Which silence holds an event, and who released or discarded it.
alter table decisions add column silence_id text;
alter table decisions add column silence_version bigint;
alter table decisions add column decided_by text;

-- What waits, by why it waits.
create index on events (reason, organization_id, accepted_at) where state = 'PARKED';
